using System.Globalization;
using PhoneNumbers;

namespace Verifik.Cli.Accounts;

/// <summary>Parses accounts in the format that users type: a telephone number with its country calling code, or an email address.</summary>
internal static class AccountText
{
    /// <summary>Reads an account.</summary>
    /// <exception cref="ToolException">The text is not an account, or the account cannot log in.</exception>
    public static VerifikAccount Parse(string text)
    {
        var account = text.Contains('@') ? ParseEmail(text) : ParsePhone(text);
        return account ?? throw new ToolException(ExitCode.NotUnderstood, Messages.AccountNotUnderstood);
    }

    /// <summary>The unmasked account, in the format of <see cref="VerifikAccount.Parse"/>, for the user's own list of accounts.</summary>
    public static string Of(VerifikAccount account) => account switch
    {
        PhoneAccount phone => string.Create(CultureInfo.InvariantCulture, $"{phone.CountryCode} {phone.Phone}"),
        EmailAccount email => email.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };

    private static VerifikAccount? ParseEmail(string text)
    {
        try
        {
            return VerifikAccount.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Checks for possible rather than valid numbers: +1 1234566663 of Verifik's documentation is not in a numbering
    // plan.
    private static PhoneAccount? ParsePhone(string text)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            number = numbers.Parse(text, defaultRegion: null);
        }
        catch (NumberParseException)
        {
            return null;
        }

        if (!numbers.IsPossibleNumber(number) || number.HasExtension)
        {
            return null;
        }

        return numbers.GetNationalSignificantNumber(number).StartsWith('0')
            ? throw new ToolException(ExitCode.NotUnderstood, Messages.PhoneBeginsWithZero)
            : new PhoneAccount(string.Create(CultureInfo.InvariantCulture, $"+{number.CountryCode}"), (long)number.NationalNumber);
    }
}

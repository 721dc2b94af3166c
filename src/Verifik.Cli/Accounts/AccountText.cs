using System.Globalization;
using PhoneNumbers;

namespace Verifik.Cli.Accounts;

/// <summary>An account as people write it: a telephone with the calling code of its country, or an email address.</summary>
internal static class AccountText
{
    /// <summary>Reads an account.</summary>
    /// <exception cref="ToolException">It is none, or one that cannot log in.</exception>
    public static VerifikAccount Parse(string text)
    {
        var account = text.Contains('@') ? ParseEmail(text) : ParsePhone(text);
        return account ?? throw new ToolException(ExitCode.NotUnderstood, Messages.AccountNotUnderstood);
    }

    /// <summary>The whole account, as <see cref="VerifikAccount.Parse"/> reads it: for the person whose it is, in a list of their own.</summary>
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

    // Possible, not valid: the number of Verifik's own document, +1 1234566663, is in no numbering plan.
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

using System.CommandLine.Parsing;
using System.Globalization;
using PhoneNumbers;

namespace Verifik.Cli;

/// <summary>An account as people write it: a telephone with the calling code of its country, or an email address.</summary>
internal static class AccountArgument
{
    private const string NoAccount =
        "That is neither a telephone with the calling code of its country, such as '+57 300 123 4567', nor an email address, such as ana@example.com.";

    public static VerifikAccount? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text.Contains('@'))
        {
            return ParseEmail(text) ?? Refuse(argument, NoAccount);
        }

        if (ParsePhone(text) is not { } number)
        {
            return Refuse(argument, NoAccount);
        }

        var countryCode = number.CountryCode.ToString(CultureInfo.InvariantCulture);
        return PhoneNumberUtil.GetInstance().GetNationalSignificantNumber(number).StartsWith('0')
            ? Refuse(argument, "A telephone that begins with 0 after its country cannot log in: the API takes it as a JSON number.")
            : new PhoneAccount($"+{countryCode}", (long)number.NationalNumber);
    }

    private static VerifikAccount? Refuse(ArgumentResult argument, string reason)
    {
        argument.AddError(reason);
        return null;
    }

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
    private static PhoneNumber? ParsePhone(string text)
    {
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(text, defaultRegion: null);
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(number) && !number.HasExtension ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

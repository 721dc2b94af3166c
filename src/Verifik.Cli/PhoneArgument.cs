using System.CommandLine.Parsing;
using System.Globalization;
using PhoneNumbers;

namespace Verifik.Cli;

/// <summary>A telephone as people write it, with the calling code of its country.</summary>
internal static class PhoneArgument
{
    public static PhoneAccount? Read(ArgumentResult argument)
    {
        if (Parse(argument.Tokens[0].Value) is not { } number)
        {
            argument.AddError("That is not a telephone with the calling code of its country, such as '+57 300 123 4567'.");
            return null;
        }

        if (PhoneNumberUtil.GetInstance().GetNationalSignificantNumber(number).StartsWith('0'))
        {
            argument.AddError("A telephone that begins with 0 after its country cannot log in: the API takes it as a JSON number.");
            return null;
        }

        var countryCode = number.CountryCode.ToString(CultureInfo.InvariantCulture);
        return new PhoneAccount($"+{countryCode}", (long)number.NationalNumber);
    }

    // Possible, not valid: the number of Verifik's own document, +1 1234566663, is in no numbering plan.
    private static PhoneNumber? Parse(string text)
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

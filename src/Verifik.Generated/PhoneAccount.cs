using System.Globalization;

namespace Verifik;

/// <summary>The telephone that an account of Verifik logs in with. Its text hides all but the last two digits.</summary>
/// <param name="CountryCode">The calling code of the country, with its plus sign, for example <c>+57</c>.</param>
/// <param name="Phone">The national number, digits only.</param>
public sealed record PhoneAccount(string CountryCode, long Phone)
{
    /// <summary>The country and the last two digits, for example <c>+57 ********67</c>.</summary>
    /// <returns>Text that tells one account from another without telling the number.</returns>
    public override string ToString()
    {
        var digits = Phone.ToString(CultureInfo.InvariantCulture);
        var hidden = Math.Max(0, digits.Length - 2);
        return $"{CountryCode} {new string('*', hidden)}{digits.Substring(hidden)}";
    }
}

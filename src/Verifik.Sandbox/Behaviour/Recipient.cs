using System.Diagnostics;
using System.Globalization;

namespace Verifik.Sandbox.Behaviour;

/// <summary>The unmasked account, as the recipient of a message. VerifikAccount.ToString() is masked.</summary>
internal static class Recipient
{
    public static string Of(VerifikAccount account) => account switch
    {
        PhoneAccount phone => string.Create(CultureInfo.InvariantCulture, $"{phone.CountryCode} {phone.Phone}"),
        EmailAccount email => email.Email,
        _ => throw new UnreachableException(),
    };
}

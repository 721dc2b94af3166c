using System.Diagnostics;
using System.Globalization;

namespace Verifik.Sandbox.Behaviour;

/// <summary>An account in full, where a message goes. Its own text is for logs, and hides most of it.</summary>
internal static class Recipient
{
    public static string Of(VerifikAccount account) => account switch
    {
        PhoneAccount phone => string.Create(CultureInfo.InvariantCulture, $"{phone.CountryCode} {phone.Phone}"),
        EmailAccount email => email.Email,
        _ => throw new UnreachableException(),
    };
}

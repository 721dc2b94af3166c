using System.Globalization;
using System.Security.Cryptography;

namespace Verifik.Sandbox.Behaviour;

/// <summary>The signature and the reference of Verifik's responses.</summary>
internal static class Mark
{
    /// <summary>The signature, with a date as text, for example "May 29, 2024 3:41 AM".</summary>
    public static Signature Sign(DateTimeOffset now) => new()
    {
        DateTime = now.UtcDateTime.ToString("MMMM d, yyyy h:mm tt", CultureInfo.InvariantCulture),
        Message = "Certified by Verifik.co",
    };

    /// <summary>The short reference of a response, for example "Y0628".</summary>
    public static string Reference() => RandomNumberGenerator.GetString("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 5);
}

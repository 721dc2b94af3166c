using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Internal.Account;

/// <summary>
/// Reads the expiry of a JSON Web Token (RFC 7519, section 4.1.4). The client does not verify the token, so it reads no
/// other claim.
/// </summary>
internal static class JsonWebToken
{
    // The last second of DateTimeOffset.
    private const double LastSecond = 253402300799;

    /// <summary>The expiry of a JWT; <see langword="null"/> for a token that is not a JWT or has no expiry.</summary>
    public static DateTimeOffset? ReadExpiry(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            var expiry = JsonText.Read(new ArraySegment<byte>(DecodeBase64Url(parts[1])), static reader => JObject.Load(reader)["exp"]!);
            var seconds = (expiry as JValue)?.Value switch { long whole => whole, double part => part, _ => 0 };
            return seconds is >= 1 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] DecodeBase64Url(string text)
    {
        var padding = new string('=', (4 - (text.Length % 4)) % 4);
        return Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + padding);
    }
}

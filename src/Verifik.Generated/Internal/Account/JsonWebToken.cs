using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Internal.Account;

/// <summary>
/// The one claim that a client may read of a token that is not its own to verify: its end (RFC 7519, section 4.1.4).
/// </summary>
internal static class JsonWebToken
{
    // The last second that DateTimeOffset has.
    private const double LastSecond = 253402300799;

    /// <summary>The end of a JWT; <see langword="null"/> for a token that is none, or tells none.</summary>
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

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Verifik.Internal.Stores;

/// <summary>Where the token of an account is kept: a hash of the server and the telephone.</summary>
internal static class TokenKey
{
    public static string Of(Uri server, PhoneAccount account) =>
        Hash("token", server.AbsoluteUri.TrimEnd('/'), account.CountryCode, account.Phone.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the claim to renew that token is kept.</summary>
    public static string OfClaim(string key) => Hash("claim", key);

    private static string Hash(params string[] parts)
    {
        var text = Encoding.UTF8.GetBytes(string.Join("\n", parts));
#if NET
        return Convert.ToHexStringLower(SHA256.HashData(text));
#else
        using var sha256 = SHA256.Create();
        return BitConverter.ToString(sha256.ComputeHash(text)).Replace("-", "").ToLowerInvariant();
#endif
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Verifik.Internal.Stores;

/// <summary>The key of an account's token: a hash of the server and the account.</summary>
internal static class TokenKey
{
    public static string Of(Uri server, VerifikAccount account)
    {
        var text = Encoding.UTF8.GetBytes(string.Join("\n", "token", server.AbsoluteUri.TrimEnd('/'), account.Identity));
#if NET
        var hash = SHA256.HashData(text);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(text);
#endif
        return string.Concat(hash.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}

namespace Verifik;

/// <summary>Whom a token may be sent to: the configured server, and nobody who listens on the way.</summary>
internal static class TokenAudience
{
    /// <summary>Whether nobody else can read what is sent there: https, or this machine.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether the address is of the same server: scheme, host and port.</summary>
    public static bool Includes(Uri server, Uri address) =>
        IsSafe(address) && Uri.Compare(server, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}

namespace Verifik.Internal.Http;

/// <summary>Whom a token may be sent to: the configured server, and nobody who listens on the way.</summary>
internal sealed class TokenAudience(Uri server)
{
    private readonly string _origin = server.GetLeftPart(UriPartial.Authority) + "/";

    /// <summary>Whether nobody else can read what is sent there: https, or this machine.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether the address is of the same server: scheme, host and port.</summary>
    public bool Includes(Uri address)
    {
        if (!address.IsAbsoluteUri || !IsSafe(address))
        {
            return false;
        }

        // The slash ends the host, so nothing after it can name another one. Comparing the parts would allocate them.
        return address.OriginalString.StartsWith(_origin, StringComparison.Ordinal)
            || Uri.Compare(server, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The server, without its path.</summary>
    public override string ToString() => _origin;
}

namespace Verifik.Internal.Http;

/// <summary>The server that a token may be sent to.</summary>
internal sealed class TokenAudience(Uri server)
{
    private readonly string _origin = server.GetLeftPart(UriPartial.Authority) + "/";

    /// <summary>Whether an address is safe for tokens: https, or this machine.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether an address has the same scheme, host and port.</summary>
    public bool Includes(Uri address)
    {
        if (!address.IsAbsoluteUri || !IsSafe(address))
        {
            return false;
        }

        // The slash terminates the host, so a prefix comparison is safe. Comparing the parts would allocate strings.
        return address.OriginalString.StartsWith(_origin, StringComparison.Ordinal)
            || Uri.Compare(server, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The server, without its path.</summary>
    public override string ToString() => _origin;
}

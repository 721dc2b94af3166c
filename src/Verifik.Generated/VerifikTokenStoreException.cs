namespace Verifik;

/// <summary>
/// The token store failed where it was needed: there was no valid token in memory, or a logout could not be written. The
/// store needs care; it is no reason to send anyone a code.
/// </summary>
public sealed class VerifikTokenStoreException : Exception
{
    /// <summary>Creates the exception; public for the tests of applications.</summary>
    /// <param name="account">Whose token was to be read or written; the message shows enough of it to tell it from others.</param>
    /// <param name="server">The server that the token is for.</param>
    /// <param name="innerException">What the store threw.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public VerifikTokenStoreException(VerifikAccount account, Uri server, Exception innerException)
        : base(Explain(account, server, innerException), innerException) => (Account, Server) = (account, server);

    /// <summary>Whose token was to be read or written.</summary>
    public VerifikAccount Account { get; }

    /// <summary>The server that the token is for.</summary>
    public Uri Server { get; }

    private static string Explain(VerifikAccount account, Uri server, Exception innerException)
    {
        _ = account ?? throw new ArgumentNullException(nameof(account));
        _ = server ?? throw new ArgumentNullException(nameof(server));
        _ = innerException ?? throw new ArgumentNullException(nameof(innerException));
        return $"The token store failed for {account} at {server}: {innerException.Message}";
    }
}

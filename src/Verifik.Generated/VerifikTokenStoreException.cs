namespace Verifik;

/// <summary>
/// Thrown when the token store fails and no valid token is in memory, or when it fails during a logout. Repair the
/// store; a new login is required only if the message says so.
/// </summary>
public sealed class VerifikTokenStoreException : Exception
{
    /// <summary>Creates the exception; public for the tests of applications.</summary>
    /// <param name="account">The account whose token was being read or written; it is masked in the message.</param>
    /// <param name="server">The server that the token is for.</param>
    /// <param name="innerException">The exception of the store.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public VerifikTokenStoreException(VerifikAccount account, Uri server, Exception innerException)
        : base(Explain(account, server, innerException), innerException) => (Account, Server) = (account, server);

    /// <summary>The account whose token was being read or written.</summary>
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

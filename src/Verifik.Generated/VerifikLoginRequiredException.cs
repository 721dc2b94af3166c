namespace Verifik;

/// <summary>
/// Thrown when no valid token is available: a person has to log in. The SDK never requests a code by itself, because
/// that sends a paid message to a person.
/// </summary>
public sealed class VerifikLoginRequiredException : Exception
{
    /// <summary>Creates the exception; public for the tests of applications.</summary>
    /// <param name="reason">Why a person has to log in.</param>
    /// <param name="account">The account whose token is missing; it is masked in the message.</param>
    /// <param name="server">The server that the token is for.</param>
    /// <param name="innerException">The cause.</param>
    public VerifikLoginRequiredException(
        VerifikLoginRequiredReason reason, VerifikAccount? account = null, Uri? server = null, Exception? innerException = null)
        : base($"{Explain(reason)} A person has to log in to Verifik{Whose(account, server)}.", innerException) =>
        (Reason, Account, Server) = (reason, account, server);

    /// <summary>Why a person has to log in.</summary>
    public VerifikLoginRequiredReason Reason { get; }

    /// <summary>The account whose token is missing; <see langword="null"/> if the client has no account.</summary>
    public VerifikAccount? Account { get; }

    /// <summary>The server that the token is for; <see langword="null"/> if unknown.</summary>
    public Uri? Server { get; }

    private static string Whose(VerifikAccount? account, Uri? server) =>
        (account is null ? "" : $" as {account}") + (server is null ? "" : $" at {server}");

    private static string Explain(VerifikLoginRequiredReason reason) => reason switch
    {
        VerifikLoginRequiredReason.NeverLoggedIn => "There is no access token.",
        VerifikLoginRequiredReason.Expired => "The access token has expired.",
        VerifikLoginRequiredReason.Rejected => "The server rejected the access token and its renewal.",
        VerifikLoginRequiredReason.LoggedOut => "The account was logged out.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };
}

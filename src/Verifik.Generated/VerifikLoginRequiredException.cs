namespace Verifik;

/// <summary>
/// No valid token is available: a person has to log in. Nothing was sent, or what was sent was refused. The SDK never asks
/// for a code by itself: it would send a paid message to a person who expects none.
/// </summary>
public sealed class VerifikLoginRequiredException : Exception
{
    /// <summary>Creates the exception; public for the tests of applications.</summary>
    /// <param name="reason">Why a person has to log in.</param>
    /// <param name="account">Whose token is missing; the message shows enough of it to tell it from others.</param>
    /// <param name="server">The server that the token is for.</param>
    /// <param name="innerException">What caused it.</param>
    public VerifikLoginRequiredException(
        VerifikLoginRequiredReason reason, VerifikAccount? account = null, Uri? server = null, Exception? innerException = null)
        : base($"{Explain(reason)} A person has to log in to Verifik{Whose(account, server)}.", innerException) =>
        (Reason, Account, Server) = (reason, account, server);

    /// <summary>Why a person has to log in.</summary>
    public VerifikLoginRequiredReason Reason { get; }

    /// <summary>Whose token is missing; <see langword="null"/> where the client was given no account.</summary>
    public VerifikAccount? Account { get; }

    /// <summary>The server that the token is for; <see langword="null"/> where it is not known.</summary>
    public Uri? Server { get; }

    private static string Whose(VerifikAccount? account, Uri? server) =>
        (account is null ? "" : $" as {account}") + (server is null ? "" : $" at {server}");

    private static string Explain(VerifikLoginRequiredReason reason) => reason switch
    {
        VerifikLoginRequiredReason.NeverLoggedIn => "There is no access token.",
        VerifikLoginRequiredReason.Expired => "The access token has expired.",
        VerifikLoginRequiredReason.Rejected => "The server refuses the access token, and refuses to renew it.",
        VerifikLoginRequiredReason.LoggedOut => "The account was logged out.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };
}

namespace Verifik;

/// <summary>Why a person has to log in.</summary>
public enum VerifikLoginRequiredReason
{
    /// <summary>Nobody has logged in yet, or the token was not stored.</summary>
    NeverLoggedIn,

    /// <summary>The token expired before it was renewed.</summary>
    Expired,

    /// <summary>The server rejected the token before its expiry, and rejected its renewal.</summary>
    Rejected,

    /// <summary>The account was logged out with <see cref="IVerifikSession.LogoutAsync"/>.</summary>
    LoggedOut,
}

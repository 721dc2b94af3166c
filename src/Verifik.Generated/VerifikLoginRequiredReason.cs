namespace Verifik;

/// <summary>Why a person has to log in.</summary>
public enum VerifikLoginRequiredReason
{
    /// <summary>Nobody has logged in yet, or the token was not kept.</summary>
    NeverLoggedIn,

    /// <summary>The token reached its expiry before it could be renewed.</summary>
    Expired,

    /// <summary>The server refuses the token before its expiry, and refuses to renew it.</summary>
    Rejected,

    /// <summary>The token was given up, by <see cref="IVerifikSession.LogoutAsync"/>.</summary>
    LoggedOut,
}

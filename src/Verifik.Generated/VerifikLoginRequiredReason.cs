namespace Verifik;

/// <summary>Why a person has to log in.</summary>
public enum VerifikLoginRequiredReason
{
    /// <summary>Nobody has logged in yet, or the token was not kept.</summary>
    NeverLoggedIn,

    /// <summary>The token reached its end before it could be renewed.</summary>
    Expired,

    /// <summary>The server refuses the token although its end has not come.</summary>
    Rejected,

    /// <summary>The token was given up, by <see cref="VerifikSession.LogoutAsync"/>.</summary>
    Revoked,
}

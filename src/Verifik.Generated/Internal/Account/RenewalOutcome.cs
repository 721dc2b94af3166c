namespace Verifik.Internal.Account;

/// <summary>The outcome of a renewal.</summary>
internal enum RenewalOutcome
{
    /// <summary>The token was renewed.</summary>
    Renewed,

    /// <summary>The token was renewed, replaced or removed elsewhere.</summary>
    NotNeeded,

    /// <summary>The new token expires no later than the current one, which is kept.</summary>
    NotLonger,

    /// <summary>The server refused the token.</summary>
    Refused,

    /// <summary>No response was received, or it could not be read.</summary>
    Failed,
}

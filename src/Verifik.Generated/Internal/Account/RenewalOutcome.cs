namespace Verifik.Internal.Account;

/// <summary>What became of an attempt at a renewal.</summary>
internal enum RenewalOutcome
{
    /// <summary>There is a new token.</summary>
    Renewed,

    /// <summary>The token was renewed, replaced or given up elsewhere.</summary>
    NotNeeded,

    /// <summary>The server gave a token that does not outlast the one that there is, which is kept.</summary>
    NotLonger,

    /// <summary>The server refused the token.</summary>
    Refused,

    /// <summary>No answer came, or none that can be read.</summary>
    Failed,
}

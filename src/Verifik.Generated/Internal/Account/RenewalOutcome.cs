namespace Verifik.Internal.Account;

/// <summary>What became of an attempt at a renewal.</summary>
internal enum RenewalOutcome
{
    /// <summary>There is a new token.</summary>
    Renewed,

    /// <summary>It was renewed, replaced or given up elsewhere.</summary>
    NotNeeded,

    /// <summary>Another process has claimed it.</summary>
    LeftToAnother,

    /// <summary>The server gave no new token.</summary>
    Failed,
}

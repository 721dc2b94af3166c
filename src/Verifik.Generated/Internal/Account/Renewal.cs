namespace Verifik.Internal.Account;

/// <summary>An attempt at a renewal that has ended.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Token">The new token, where the server gave one.</param>
/// <param name="Failure">Why it gave none.</param>
internal sealed record Renewal(RenewalOutcome Outcome, VerifikToken? Token = null, Exception? Failure = null)
{
    public static readonly Renewal NotNeeded = new(RenewalOutcome.NotNeeded);

    public bool IsFailure => Outcome is RenewalOutcome.NotLonger or RenewalOutcome.Refused or RenewalOutcome.Failed;

    /// <summary>The outcome, never the token.</summary>
    public override string ToString() => Outcome.ToString();
}

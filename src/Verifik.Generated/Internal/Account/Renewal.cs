namespace Verifik.Internal.Account;

/// <summary>The result of a renewal.</summary>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Token">The new token, if the server returned one.</param>
/// <param name="Failure">The exception, if the renewal failed.</param>
internal sealed record Renewal(RenewalOutcome Outcome, VerifikToken? Token = null, Exception? Failure = null)
{
    public static readonly Renewal NotNeeded = new(RenewalOutcome.NotNeeded);

    public bool IsFailure => Outcome is RenewalOutcome.NotLonger or RenewalOutcome.Refused or RenewalOutcome.Failed;

    /// <summary>The outcome, never the token.</summary>
    public override string ToString() => Outcome.ToString();
}

using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Account;

/// <summary>What the accounts of one registration share.</summary>
/// <param name="Name">The name that the application gave the registration; empty for the one without.</param>
/// <param name="Options">Its options.</param>
/// <param name="Store">Where tokens are kept.</param>
/// <param name="Client">Makes a client that adds no token by itself.</param>
/// <param name="Timer">Wakes the accounts.</param>
/// <param name="Time">The time that expiries are counted by.</param>
/// <param name="Logger">Where the life of a token is logged.</param>
/// <param name="Metrics">Where it is measured.</param>
/// <param name="Background">Where work runs that outlives its caller.</param>
internal sealed record AccountContext(
    string Name,
    VerifikOptions Options,
    AccountStore Store,
    Func<VerifikClient> Client,
    AccountTimer Timer,
    TimeProvider Time,
    ILogger Logger,
    TokenMetrics Metrics,
    Background Background)
{
    // What is counted on from here stays within the calendar, whatever the clock says.
    private static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue - VerifikToken.Lifetime;

    public RenewalSchedule Schedule { get; init; } = new(Options.RenewBefore);

    public DateTimeOffset Now => Time.GetUtcNow() is var now && now < Latest ? now : Latest;
}

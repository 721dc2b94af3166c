using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Account;

/// <summary>The services that the accounts of one registration share.</summary>
/// <param name="Name">The name of the registration; empty for the unnamed one.</param>
/// <param name="Options">Its options.</param>
/// <param name="Store">Where tokens are stored.</param>
/// <param name="Client">Creates a client that adds no token by itself.</param>
/// <param name="Timer">Calls the accounts when something is due.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Background">Runs work that continues after its caller has cancelled.</param>
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
    public RenewalSchedule Schedule { get; init; } = new(Options.RenewBefore);

    // Limited, so that calculated times stay within the range of DateTimeOffset.
    public DateTimeOffset Now => Time.GetUtcNow() is var now && now < VerifikToken.LatestStart ? now : VerifikToken.LatestStart;
}

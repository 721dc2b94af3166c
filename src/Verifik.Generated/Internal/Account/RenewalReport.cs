using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Account;

/// <summary>What renewals come to: logged, measured, and counted where they fail, so that each failure makes the next pause longer.</summary>
internal sealed class RenewalReport(TokenMemory memory, RenewalSchedule schedule, ILogger logger, TokenMetrics metrics)
{
    private int _failures;

    /// <summary>Attempts in a row that failed.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public void Begins() => TokenLog.RenewalBegins(logger);

    /// <summary>The end of a renewal behind the callers, and the pause before the next one.</summary>
    public void Ends(RenewalOutcome outcome, Exception? failure, VerifikToken current)
    {
        var failures = outcome switch
        {
            RenewalOutcome.Failed => Interlocked.Increment(ref _failures),
            RenewalOutcome.LeftToAnother => Failures,
            _ => Interlocked.Exchange(ref _failures, 0),
        };
        var pause = failure is null ? schedule.Spaced(RenewalClaim.Duration) : schedule.Pause(failures);
        memory.Postpone(current, pause);
        metrics.Renewal(outcome);
        switch (outcome)
        {
            case RenewalOutcome.Renewed:
                TokenLog.Renewed(logger, memory.State.Token?.ExpiresAt);
                break;
            case RenewalOutcome.LeftToAnother:
                TokenLog.RenewalLeftToAnother(logger, pause);
                break;
            case RenewalOutcome.NotNeeded:
                TokenLog.RenewalNotNeeded(logger);
                break;
            default:
                TokenLog.RenewalFailed(logger, failure!, failures, pause, current.ExpiresAt);
                break;
        }
    }

    /// <summary>A caller asked for another token, and has it.</summary>
    public void Exchanged(VerifikToken renewed)
    {
        Volatile.Write(ref _failures, 0);
        metrics.Renewal(RenewalOutcome.Renewed);
        TokenLog.Exchanged(logger, renewed.ExpiresAt);
    }

    /// <summary>A caller asked for another token, and gets the exception: that does not count against the renewals behind the callers.</summary>
    public void NotExchanged() => metrics.Renewal(RenewalOutcome.Failed);
}

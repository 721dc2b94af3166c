using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Verifik.Tests.Secrets;
using Xunit.Abstractions;

namespace Verifik.Tests.Account.Model;

/// <summary>
/// Two processes that share a store, in random interleavings of logins, logouts, revocations, renewals, requests and restarts.
/// <see cref="Rules"/> says what must be true after each. A million, in about twenty minutes on two cores:
/// <code>VERIFIK_MODEL_RUNS=1000000 dotnet test tests/Verifik.Generated.Tests --filter FullyQualifiedName~AccountModelTests</code>
/// A failure prints the shortest failing schedule and its trace. To repeat it, set <c>CsCheck_Seed</c> to the seed that it
/// printed.
/// </summary>
public sealed class AccountModelTests(ITestOutputHelper output)
{
    private static readonly long Runs = long.Parse(Environment.GetEnvironmentVariable("VERIFIK_MODEL_RUNS") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public void InEveryInterleaving_RevokedTokensAreGone_LogoutsHold_AndNothingPaidForIsLost()
    {
        var clock = Stopwatch.StartNew();
        ModelStep.Schedules.Sample(
            schedule =>
            {
                RecordedOutput.IsPaused = true;
                var broken = Simulation.Run(schedule.Steps, schedule.Seed);
                RecordedOutput.IsPaused = false;
                if (broken is not null)
                {
                    throw new InvalidOperationException($"{broken}\n{Trace(schedule)}");
                }
            },
            iter: Runs,
            print: schedule => $"[{string.Join(", ", schedule.Steps.AsEnumerable())}], {schedule.Seed}");
        output.WriteLine($"{Runs} interleavings in {clock.Elapsed.TotalSeconds:0.0} s.");
    }

    // Found by a long run: a renewal made a login forget that it was to be counted up from the store.
    [Fact]
    public void ALoginThatCouldNotReadTheStore_IsNotLost_IfItsTokenIsRenewedFirst() => Assert.Null(Simulation.Run(
        [
            new(ActKind.Login, 0, 0, 0), new(ActKind.Query, 1, 60, 0), new(ActKind.Login, 1, 9, 0), new(ActKind.Restart, 0, 93, 0),
            new(ActKind.RevokeElsewhere, 0, 7, 0), new(ActKind.RevokeElsewhere, 0, 9, 0), new(ActKind.Login, 0, 57, 0),
            new(ActKind.Renew, 0, 28, 0), new(ActKind.Restart, 1, 104, 0),
        ],
        -28543278));

    // Found by a long run: a process wrote its entry at its end over a later one about which the server had not answered.
    [Fact]
    public void AProcessThatStops_DoesNotWriteAnEntryThatTheStoreHadBefore() => Assert.Null(Simulation.Run(
        [
            new(ActKind.Login, 0, 0, 0), new(ActKind.Query, 1, 60, 0), new(ActKind.Restart, 1, 4, 0), new(ActKind.Query, 1, 7, 0),
            new(ActKind.Revoke, 0, 137, 0), new(ActKind.Query, 0, 46, 0), new(ActKind.Revoke, 1, 81, 0), new(ActKind.QueryRefused, 1, 126, 0),
            new(ActKind.Restart, 0, 10, 0), new(ActKind.Restart, 1, 16, 0),
        ],
        869778));

    // Found by a long run: a login during an outage of the store replaced a valid token, although a revocation in the meantime
    // had invalidated its own. A login after the revocation hid it.
    [Fact]
    public void ALoginThatCouldNotReadTheStore_DoesNotReplaceAValidToken_IfItsOwnWasRevoked() => Assert.Null(Simulation.Run(
        [
            new(ActKind.Login, 0, 0, 0), new(ActKind.Query, 1, 60, 0), new(ActKind.Login, 1, 10, 0), new(ActKind.Revoke, 0, 62, 0),
            new(ActKind.Login, 0, 12, 34), new(ActKind.Login, 0, 9, 0), new(ActKind.Revoke, 1, 125, 0), new(ActKind.Restart, 0, 10, 0),
            new(ActKind.Revoke, 1, 32, 6),
        ],
        -6));

    // Found on a busy machine. The last step is ten minutes later, so that a continuation on another thread runs before the end.
    [Fact]
    public void AProcessThatIsRestartedWhileItEnds_StaysOnTheThread() => Assert.Null(Simulation.Run(
        [
            new(ActKind.Login, 0, 0, 0), new(ActKind.Query, 1, 60, 0), new(ActKind.Revoke, 1, 99, 0), new(ActKind.Restart, 1, 56, 0),
            new(ActKind.Restart, 1, 6, 0), new(ActKind.Query, 0, 6000, 0),
        ],
        -34033));

    [Fact]
    public void AnInterleaving_IsDeterministic() =>
        ModelStep.Schedules.Sample(schedule => Assert.Equal(Trace(schedule), Trace(schedule)), iter: 20);

    private static string Trace((ModelStep[] Steps, int Seed) schedule)
    {
        var trace = new List<string>();
        trace.Add(Simulation.Run(schedule.Steps, schedule.Seed, trace) ?? "no rule is broken");
        return string.Join("\n", trace);
    }
}

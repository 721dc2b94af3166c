using System.Runtime.InteropServices;

namespace Verifik.Soak;

/// <summary>Describes a run, with its numbers.</summary>
internal static class Summary
{
    /// <summary>The whole document.</summary>
    public static string Of(History history, IReadOnlyList<string> violations, Arguments arguments) =>
        Introduction(history, arguments) + Numbers(history) + Requirements()
        + (violations.Count == 0 ? "All requirements are met.\n" : string.Concat(violations.Select(violation => $"- **Violated:** {violation}\n")));

    private static string Introduction(History history, Arguments arguments) =>
        $"""
        # Soak

        Several processes share a server and a Redis and send queries while both are interrupted, clocks are changed and processes are
        killed. The server is the sandbox; the Redis is Garnet. The store is the one for a fleet: `IDistributedCache`, encrypted with
        Data Protection. {Fleet.Accounts.Count} accounts, by telephone number and by email address, log in once, at the beginning. {SoakRun.FirstCallers} callers in
        a process that runs throughout and {SoakRun.SecondCallers} in one that is killed then send about five queries per second each. A token is
        valid for {SoakRun.TokenLifetime.TotalSeconds} seconds.

        In each round, a process revokes the tokens of an account; the clock of a process is changed by up to ten seconds; the server
        is unreachable for six to ten seconds, and later the store: connections are refused and reset in one round, and stall in the
        next; the second process is killed (`SIGKILL`) and restarted; and the tokens of another account are revoked.

        Created with `dotnet run -c Release --project tests/Verifik.Generated.Soak -- --minutes {arguments.Minutes:0.##} --output docs`, seed {arguments.Seed},
        on {history.Start:yyyy-MM-dd}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with other work. CI runs two minutes.

        ![Latency, memory and renewals over time](soak.svg)

        Latency and memory are those of the process that runs throughout. Latency is not compared, because it depends on what else
        runs on the machine.


        """.ReplaceLineEndings("\n");

    private static string Requirements() =>
        $"""

        ## Requirements

        - Only calls that are in progress while the server is unreachable, or within two seconds after, may fail, and only with an
          exception for a missing response. An outage of the store, a changed clock or a killed process does not fail a call.
        - A revocation invalidates the token of the other process a moment before the new one is in the store. A call that the other
          process makes in between, for the same account, may be rejected; two seconds after the revocation, none is.
        - No new login is required: no code is sent after the first ones, and at the end the token of each account is in the store and
          the server accepts it.
        - The last third of the samples after the first {Verdict.WarmUp.TotalSeconds} seconds is compared with the first third: the allocation per call (median)
          grows by at most {Verdict.AllocationTolerance:P0}; the memory in use (median) by at most {Verdict.HeapTolerance:P0}, or {Verdict.ShortRunHeapTolerance / 1024 / 1024} MB in a run of less than {Verdict.LongRun.TotalMinutes} minutes; the
          threads (minimum) by at most {Verdict.ThreadTolerance}; the handles (minimum) by at most {Verdict.HandleTolerance}. A garbage collection is forced every 20 seconds, after
          the handles are counted; it closes at most {Verdict.ClosedHandleTolerance} (median), so that handles are disposed and not left to finalizers.
        - The events occur: each account is renewed once per lifetime of a token, and calls fail in each outage of the server in which
          connections are refused.


        """.ReplaceLineEndings("\n");

    /// <summary>The numbers as a table.</summary>
    public static string Numbers(History history)
    {
        var (first, last) = Verdict.Thirds(history);
        var failed = history.Failures.Sum(entry => entry.Failure.Count);
        var refused = history.Failures.Where(entry => Verdict.IsOfARevocation(history, entry.Process, entry.Failure)).Sum(entry => entry.Failure.Count);
        return
            $"""
            | | | |
            |---|---:|---:|
            | minutes | {history.Length.TotalMinutes:0.0} | |
            | successful calls | {history.Calls:N0} | |
            | calls that failed while the server was unreachable | {failed - refused:N0} | |
            | calls that were rejected during a revocation by the other process | {refused:N0} | |
            | renewals | {history.Renewals:N0} | |
            | responses that rejected a token | {history.First.Max(sample => sample.Refusals) + history.Second.GroupBy(entry => entry.Process).Sum(process => process.Max(entry => entry.Sample.Refusals)):N0} | |
            | revocations; clock changes; killed processes | {history.Revocations.Count}; {history.ClockSteps}; {history.Kills} | |
            | outages of the server; of the store | {Outages(history, Outage.Server)}; {Outages(history, Outage.Store)} | |
            | | **first third** | **last third** |
            | allocated per call (median) | {Verdict.Allocation(first):N0} B | {Verdict.Allocation(last):N0} B |
            | in use after a garbage collection (median) | {Verdict.Heap(first) / 1024:N0} KB | {Verdict.Heap(last) / 1024:N0} KB |
            | threads (minimum) | {Verdict.Threads(first)} | {Verdict.Threads(last)} |
            | handles (minimum) | {Verdict.Handles(first)} | {Verdict.Handles(last)} |
            | handles closed by a garbage collection (median) | {Verdict.ClosedHandles(first)} | {Verdict.ClosedHandles(last)} |
            | latency of a call, 50 % and 99 % (median of the samples) | {Latency(first)} | {Latency(last)} |

            """.ReplaceLineEndings("\n");
    }

    private static int Outages(History history, string of) => history.Outages.Count(outage => outage.Of == of);

    private static string Latency(IReadOnlyList<Sample> samples) =>
        $"{Middle(samples, sample => sample.Median):0.0} and {Middle(samples, sample => sample.Slow):0.0} ms";

    private static double Middle(IReadOnlyList<Sample> samples, Func<Sample, double> value) => samples.Select(value).Order().ElementAt(samples.Count / 2);
}

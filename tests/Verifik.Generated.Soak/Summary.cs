using System.Runtime.InteropServices;

namespace Verifik.Soak;

/// <summary>A run in words and numbers.</summary>
internal static class Summary
{
    /// <summary>The whole page.</summary>
    public static string Of(History history, IReadOnlyList<string> broken, Arguments arguments) =>
        What(history, arguments) + Numbers(history) + Rules()
        + (broken.Count == 0 ? "All of it held.\n" : string.Concat(broken.Select(sentence => $"- **Broken:** {sentence}\n")));

    private static string What(History history, Arguments arguments) =>
        $"""
        # Soak

        Processes that share a server and a Redis, kept at work while both of them fail, clocks are set and processes are killed.
        The server is the sandbox; the Redis is Garnet. The store is the one for a fleet: `IDistributedCache`, encrypted with Data
        Protection. {Fleet.Accounts.Count} accounts, by telephone and by email, log in once, at the beginning. {SoakRun.FirstCallers} callers in a process that
        stays and {SoakRun.SecondCallers} in one that is killed then send a query each about five times a second. A token lives for {SoakRun.TokenLifetime.TotalSeconds} seconds.

        In each round a process revokes the tokens of an account; the clock of one is set, up to ten seconds wrong; the server is
        unreachable for six to ten seconds, and later the store: connections are refused and reset in one round, and hang in the
        next; the second process is killed (`SIGKILL`) and started again; and another account's tokens are revoked.

        It was made by `dotnet run -c Release --project tests/Verifik.Generated.Soak -- --minutes {arguments.Minutes:0.##} --output docs`, seed {arguments.Seed}, on
        {history.Start:yyyy-MM-dd}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores that were shared. CI runs two minutes.

        ![Latency, memory and renewals over time](soak.svg)

        Latency and memory are those of the process that stays.


        """.ReplaceLineEndings("\n");

    private static string Rules() =>
        $"""

        ## What has to hold

        - No call fails but one that was under way while the server was unreachable, or within two seconds after, and such a call
          fails as one without an answer. An outage of the store, a clock that is set and a killed process cost no call.
        - A revocation makes the token of the other process worthless a moment before the new one is in the store. A call that the
          other process makes in between may be refused; two seconds after the revocation none is.
        - Nobody is asked to log in again: no code is sent after the first, and at the end every account's token is in the store and
          the server accepts it.
        - Of the samples after the first {Verdict.WarmUp.TotalSeconds} seconds, the last third is compared with the first: allocation for a call
          (the median sample) at most {Verdict.AllocationTolerance:P0} more; memory in use at most {Verdict.HeapTolerance / 1024 / 1024} MB more; threads (the least there were) at most
          {Verdict.ThreadTolerance} more; handles at most {Verdict.HandleTolerance} more.
        - Something happened: each account was renewed for every life of a token, and each outage in which connections were refused was
          felt.


        """.ReplaceLineEndings("\n");

    /// <summary>The numbers as a table.</summary>
    public static string Numbers(History history)
    {
        var (first, last) = Verdict.Thirds(history);
        var failures = history.All.SelectMany(sample => sample.Failures).ToList();
        var refused = failures.Where(failure => Verdict.IsOfARevocation(history, failure)).Sum(failure => failure.Count);
        return
            $"""
            | | | |
            |---|---:|---:|
            | minutes | {history.Length.TotalMinutes:0.0} | |
            | calls that were answered | {history.Calls:N0} | |
            | calls that failed while the server was unreachable | {failures.Sum(failure => failure.Count) - refused:N0} | |
            | calls that were refused between a revocation by the other process and its new token | {refused:N0} | |
            | renewals | {history.Renewals:N0} | |
            | answers that refused a token | {history.First.Max(sample => sample.Refusals) + history.Second.GroupBy(entry => entry.Process).Sum(process => process.Max(entry => entry.Sample.Refusals)):N0} | |
            | revocations; clocks set; processes killed | {history.Revocations.Count}; {history.ClockSteps}; {history.Kills} | |
            | outages of the server; of the store | {Outages(history, Outage.Server)}; {Outages(history, Outage.Store)} | |
            | | **first third** | **last third** |
            | allocated for a call (median) | {Verdict.Allocation(first):N0} B | {Verdict.Allocation(last):N0} B |
            | in use after a collection (median) | {Verdict.Heap(first) / 1024:N0} KB | {Verdict.Heap(last) / 1024:N0} KB |
            | threads (least) | {Verdict.Threads(first)} | {Verdict.Threads(last)} |
            | handles (least) | {Verdict.Handles(first)} | {Verdict.Handles(last)} |
            | latency of a call, 50 % and 99 % (median of the samples) | {Latency(first)} | {Latency(last)} |

            """.ReplaceLineEndings("\n");
    }

    private static int Outages(History history, string of) => history.Outages.Count(outage => outage.Of == of);

    private static string Latency(IReadOnlyList<Sample> samples) =>
        $"{Middle(samples, sample => sample.Median):0.0} and {Middle(samples, sample => sample.Slow):0.0} ms";

    private static double Middle(IReadOnlyList<Sample> samples, Func<Sample, double> value) => samples.Select(value).Order().ElementAt(samples.Count / 2);
}

namespace Verifik.Soak;

/// <summary>What has to hold of a run.</summary>
internal static class Verdict
{
    /// <summary>How much more may be allocated for a call in the last third than in the first, as a share.</summary>
    public const double AllocationTolerance = 0.10;

    /// <summary>How much more may be in use.</summary>
    public const double HeapTolerance = 2 * 1024 * 1024;

    /// <summary>How many threads may be added: the pool keeps one more or less.</summary>
    public const int ThreadTolerance = 2;

    /// <summary>How many handles: a connection more or less.</summary>
    public const int HandleTolerance = 4;

    /// <summary>When the samples begin that are compared: what is compiled and pooled is so by then.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after a revocation another process may be refused: the server has made its token worthless, and the new one
    /// is not in the store yet.
    /// </summary>
    public static readonly TimeSpan RevocationGrace = TimeSpan.FromSeconds(2);

    /// <summary>What is broken, a sentence each.</summary>
    public static IReadOnlyList<string> Of(History history) =>
        [.. Failures(history), .. history.AtTheEnd, .. Growth(history), .. Idleness(history)];

    /// <summary>The first and the last third of the process that lives throughout.</summary>
    public static (IReadOnlyList<Sample> First, IReadOnlyList<Sample> Last) Thirds(History history)
    {
        var samples = history.First.Where(sample => sample.At > history.Start + WarmUp && sample.Calls > 0).ToList();
        var third = samples.Count / 3;
        return (samples[..third], samples[^third..]);
    }

    /// <summary>What half of the samples allocate at most for a call, in bytes.</summary>
    public static double Allocation(IEnumerable<Sample> samples) => Median(samples.Select(sample => (double)sample.Allocated / sample.Calls));

    public static double Heap(IEnumerable<Sample> samples) => Median(samples.Select(sample => (double)sample.Heap));

    // What is there at the quietest moment: what leaks, stays.
    public static int Threads(IEnumerable<Sample> samples) => samples.Min(sample => sample.Threads);

    public static int Handles(IEnumerable<Sample> samples) => samples.Min(sample => sample.Handles);

    /// <summary>Whether a revocation by another process explains a failure.</summary>
    public static bool IsOfARevocation(History history, Failure failure) =>
        failure.IsRefusal && history.Revocations.Exists(moment => failure.FirstEnd >= moment && failure.LastStart <= moment + RevocationGrace);

    /// <summary>The failures that nothing explains.</summary>
    private static IEnumerable<string> Failures(History history) =>
        from sample in history.All
        from failure in sample.Failures
        where !history.Outages.Exists(outage => outage.Explains(failure)) && !IsOfARevocation(history, failure)
        select $"{failure.Count} calls failed at {failure.FirstEnd - history.Start:mm\\:ss\\.fff} outside an outage of the server: {failure.Kind}: {failure.Text}";

    private static IEnumerable<string> Growth(History history)
    {
        var (first, last) = Thirds(history);
        var (before, after) = (Allocation(first), Allocation(last));
        if (after > before * (1 + AllocationTolerance))
        {
            yield return $"A call allocates {after:N0} bytes at the end, and {before:N0} at the beginning.";
        }

        (before, after) = (Heap(first), Heap(last));
        if (after > before + HeapTolerance)
        {
            yield return $"{after:N0} bytes are in use at the end, and {before:N0} at the beginning.";
        }

        if (Threads(last) > Threads(first) + ThreadTolerance)
        {
            yield return $"There are {Threads(last)} threads at the end, and {Threads(first)} at the beginning.";
        }

        if (Handles(last) > Handles(first) + HandleTolerance)
        {
            yield return $"There are {Handles(last)} handles at the end, and {Handles(first)} at the beginning.";
        }
    }

    // A run in which nothing happens holds nothing.
    private static IEnumerable<string> Idleness(History history)
    {
        var due = (int)(history.Length / SoakRun.TokenLifetime) * Fleet.Accounts.Count;
        if (history.Renewals < due)
        {
            yield return $"There were {history.Renewals} renewals; {due} were due at least.";
        }

        if (history.Outages.Exists(outage => outage is { Of: Outage.Server, IsStall: false } && !history.First.SelectMany(sample => sample.Failures).Any(outage.Explains)))
        {
            yield return "An outage of the server stopped nobody.";
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

namespace Verifik.Soak;

/// <summary>Checks the requirements for a run.</summary>
internal static class Verdict
{
    /// <summary>The tolerated growth of the allocation per call from the first to the last third, as a fraction.</summary>
    public const double AllocationTolerance = 0.10;

    /// <summary>The tolerated growth of the memory in use, as a fraction.</summary>
    public const double HeapTolerance = 0.10;

    /// <summary>The tolerated growth of the memory in use in a run that is too short for <see cref="HeapTolerance"/>, in bytes.</summary>
    public const double ShortRunHeapTolerance = 2 * 1024 * 1024;

    /// <summary>The tolerated growth of the number of threads, which the thread pool varies.</summary>
    public const int ThreadTolerance = 2;

    /// <summary>The tolerated growth of the number of handles: on a busy machine, more calls have a connection at the same time.</summary>
    public const int HandleTolerance = 8;

    /// <summary>The tolerated number of handles that a garbage collection closes (median): idle connections may time out meanwhile.</summary>
    public const int ClosedHandleTolerance = 4;

    /// <summary>The shortest run for <see cref="HeapTolerance"/>: a shorter one has few collections, and fills its caches.</summary>
    public static readonly TimeSpan LongRun = TimeSpan.FromMinutes(10);

    /// <summary>The time before the first compared sample, for compilation and pools.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    /// <summary>The violated requirements, one sentence each.</summary>
    public static IReadOnlyList<string> Of(History history) =>
        [.. Failures(history), .. history.FinalProblems, .. Growth(history), .. Idleness(history)];

    /// <summary>The first and the last third of the samples of the process that runs throughout.</summary>
    public static (IReadOnlyList<Sample> First, IReadOnlyList<Sample> Last) Thirds(History history)
    {
        var samples = history.First.Where(sample => sample.At > history.Start + WarmUp && sample.Calls > 0).ToList();
        var third = samples.Count / 3;
        return (samples[..third], samples[^third..]);
    }

    /// <summary>The median of the allocated bytes per call.</summary>
    public static double Allocation(IEnumerable<Sample> samples) => Median(samples.Select(sample => (double)sample.Allocated / sample.Calls));

    /// <summary>The median of the memory in use after a garbage collection.</summary>
    public static double Heap(IEnumerable<Sample> samples) => Median(samples.Select(sample => sample.Collection).OfType<Collection>().Select(collection => (double)collection.Heap));

    /// <summary>The median of the handles that a garbage collection closed.</summary>
    public static double ClosedHandles(IEnumerable<Sample> samples) => Median(samples.Select(sample => sample.Collection).OfType<Collection>().Select(collection => (double)collection.ClosedHandles));

    // The minimum, because a leak also raises the minimum.
    public static int Threads(IEnumerable<Sample> samples) => samples.Min(sample => sample.Threads);

    public static int Handles(IEnumerable<Sample> samples) => samples.Min(sample => sample.Handles);

    /// <summary>Whether a revocation by another process explains a failure.</summary>
    public static bool IsOfARevocation(History history, int process, Failure failure) =>
        history.Revocations.Exists(revocation => revocation.Explains(process, failure));

    /// <summary>The failures without an explanation.</summary>
    private static IEnumerable<string> Failures(History history) =>
        from entry in history.Failures
        let failure = entry.Failure
        where !history.Outages.Exists(outage => outage.Explains(failure)) && !IsOfARevocation(history, entry.Process, failure)
        select $"{failure.Count} calls failed at {failure.FirstEnd - history.Start:mm\\:ss\\.fff} outside an outage of the server: process {entry.Process}, account {failure.Account}: {failure.Kind}: {failure.Text}";

    private static IEnumerable<string> Growth(History history)
    {
        var (first, last) = Thirds(history);
        var (before, after) = (Allocation(first), Allocation(last));
        if (after > before * (1 + AllocationTolerance))
        {
            yield return $"The allocation per call grew from {before:N0} to {after:N0} bytes.";
        }

        (before, after) = (Heap(first), Heap(last));
        if (after > before + (history.Length < LongRun ? ShortRunHeapTolerance : before * HeapTolerance))
        {
            yield return $"The memory in use grew from {before:N0} to {after:N0} bytes.";
        }

        if (Threads(last) > Threads(first) + ThreadTolerance)
        {
            yield return $"The number of threads grew from {Threads(first)} to {Threads(last)}.";
        }

        if (Handles(last) > Handles(first) + HandleTolerance)
        {
            yield return $"The number of handles grew from {Handles(first)} to {Handles(last)}.";
        }

        if (ClosedHandles(history.First) > ClosedHandleTolerance)
        {
            yield return $"A garbage collection closed {ClosedHandles(history.First)} handles (median), which were not disposed.";
        }
    }

    // A run without events proves nothing.
    private static IEnumerable<string> Idleness(History history)
    {
        var expected = (int)(history.Length / SoakRun.TokenLifetime) * Fleet.Accounts.Count;
        if (history.Renewals < expected)
        {
            yield return $"There were {history.Renewals} renewals; at least {expected} were expected.";
        }

        if (Thirds(history) is var (first, last) && (double.IsNaN(Heap(first)) || double.IsNaN(Heap(last))))
        {
            yield return "The memory in use was not measured in the first or the last third.";
        }

        if (history.Outages.Exists(outage => outage is { Of: Outage.Server, IsStall: false } && !history.First.SelectMany(sample => sample.Failures).Any(outage.Explains)))
        {
            yield return "An outage of the server had no effect.";
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }
}

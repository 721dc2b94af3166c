namespace Verifik.Soak;

/// <summary>What a process has done since its last sample, and what it holds. A line of its output.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Calls">The calls that were answered as they should.</param>
/// <param name="Median">The latency of half of them at most, in milliseconds.</param>
/// <param name="Slow">The latency of all but a hundredth of them at most, in milliseconds.</param>
/// <param name="Allocated">What was allocated meanwhile, in bytes.</param>
/// <param name="Heap">What is still in use after a collection, in bytes.</param>
/// <param name="WorkingSet">The memory of the process, in bytes.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Handles">Its open files and sockets.</param>
/// <param name="Renewals">The renewals since it started.</param>
/// <param name="Refusals">The answers since it started that refused a token.</param>
/// <param name="Failures">What failed.</param>
internal sealed record Sample(
    DateTimeOffset At,
    int Calls,
    double Median,
    double Slow,
    long Allocated,
    long Heap,
    long WorkingSet,
    int Threads,
    int Handles,
    long Renewals,
    long Refusals,
    IReadOnlyList<Failure> Failures);

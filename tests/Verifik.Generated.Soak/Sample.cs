namespace Verifik.Soak;

/// <summary>The calls of a process since its last sample, and its resources. One line of its output.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Calls">The successful calls.</param>
/// <param name="Median">The median latency, in milliseconds.</param>
/// <param name="Slow">The 99th percentile of the latency, in milliseconds.</param>
/// <param name="Allocated">The bytes that were allocated.</param>
/// <param name="WorkingSet">The working set of the process, in bytes.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Handles">The number of open files and sockets, before a garbage collection could close any.</param>
/// <param name="Collection">The result of a forced garbage collection, in every fourth sample.</param>
/// <param name="Renewals">The renewals since the process started.</param>
/// <param name="Refusals">The responses that rejected a token since the process started.</param>
/// <param name="Failures">The failed calls.</param>
internal sealed record Sample(
    DateTimeOffset At,
    int Calls,
    double Median,
    double Slow,
    long Allocated,
    long WorkingSet,
    int Threads,
    int Handles,
    Collection? Collection,
    long Renewals,
    long Refusals,
    IReadOnlyList<Failure> Failures);

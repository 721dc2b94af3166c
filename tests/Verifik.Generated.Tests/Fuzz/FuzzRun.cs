using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Verifik.Tests.Secrets;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>
/// Ten thousand inputs a test, or as many as VERIFIK_FUZZ says. A failure prints the input and a seed; with it in
/// VERIFIK_SEED the same input comes first.
/// </summary>
internal static class FuzzRun
{
    /// <summary>How long one input may take, on a machine that does much else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string? Asked = Environment.GetEnvironmentVariable("VERIFIK_FUZZ");

    /// <summary>Whether more was asked for than `dotnet test` has time for.</summary>
    public static bool IsLong => Asked is not null;

    /// <summary>Gives every input to a test, which says what became of it, and counts that.</summary>
    /// <param name="inputs">What is given.</param>
    /// <param name="outcomeOf">The test.</param>
    /// <param name="print">An input as text.</param>
    /// <param name="output">Where the counts go.</param>
    /// <param name="oneOf">One of how many inputs is given: for a test that takes long for each.</param>
    public static IReadOnlyDictionary<string, int> Run<T>(
        this Gen<T> inputs, Func<T, string> outcomeOf, Func<T, string> print, ITestOutputHelper output, int oneOf = 1)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        inputs.Sample(
            input =>
            {
                RecordedOutput.IsPaused = true;
                var started = Stopwatch.GetTimestamp();
                var outcome = outcomeOf(input);
                Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience);
                RecordedOutput.IsPaused = false;
                lock (counts)
                {
                    counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                }
            },
            iter: long.Parse(Asked ?? "10000", CultureInfo.InvariantCulture) / oneOf,
            seed: Environment.GetEnvironmentVariable("VERIFIK_SEED"),
            print: print);
        output.WriteLine($"{counts.Values.Sum():N0} inputs in {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", counts.Select(count => $"{count.Value:N0} {count.Key}"))}");
        return counts;
    }
}

using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Verifik.Tests.Secrets;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>
/// Runs a test with the same 10,000 inputs each time, or with as many random ones as VERIFIK_FUZZ says. A failure prints the
/// input, and a seed if it was random; with this seed in VERIFIK_SEED, the same input is used first.
/// </summary>
internal static class FuzzRun
{
    /// <summary>The maximum time for one input, on a busy machine.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly string? Seed = Environment.GetEnvironmentVariable("VERIFIK_SEED");

    private static readonly string? Count = Environment.GetEnvironmentVariable("VERIFIK_FUZZ");

    /// <summary>Whether the number of inputs was configured for a long run.</summary>
    public static bool IsLong => Count is not null;

    /// <summary>Runs a test for each input, and counts its outcomes.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="outcomeOf">Runs the test, and returns its outcome.</param>
    /// <param name="print">Formats an input.</param>
    /// <param name="output">Receives the counts.</param>
    /// <param name="oneOf">The divisor of the number of inputs, for a slow test.</param>
    /// <param name="timeout">The maximum time for one input, if it is not ten seconds.</param>
    /// <exception cref="TimeoutException">An input did not end in time. The message contains it.</exception>
    public static IReadOnlyDictionary<string, int> Run<T>(
        this Gen<T> inputs, Func<T, string> outcomeOf, Func<T, string> print, ITestOutputHelper output, int oneOf = 1, TimeSpan? timeout = null)
    {
        using var watchdog = new Watchdog<T>(timeout ?? Timeout, print);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        var iterations = long.Parse(Count ?? "10000", CultureInfo.InvariantCulture) / oneOf;
        watchdog.Run(() =>
        {
            if (IsLong || Seed is not null)
            {
                inputs.Sample(Test, iter: iterations, seed: Seed, print: print);
            }
            else
            {
                TestTheSame(inputs, iterations, Test, print);
            }
        });

        output.WriteLine($"{counts.Values.Sum():N0} inputs in {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", counts.Select(count => $"{count.Value:N0} {count.Key}"))}");
        return counts;

        void Test(T input)
        {
            RecordedOutput.IsPaused = true;
            var outcome = watchdog.Watch(input, outcomeOf);
            RecordedOutput.IsPaused = false;
            lock (counts)
            {
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        }
    }

    // The suite uses the same inputs in every run, so that it is not flaky; a long run uses random ones.
    private static void TestTheSame<T>(Gen<T> inputs, long iterations, Action<T> test, Func<T, string> print)
    {
        var random = new PCG(stream: 1, seed: 1);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                test(input);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Input {iteration}:\n{print(input)}", exception);
            }
        }
    }
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Verifik.Benchmarks.Callers;
using Verifik.Benchmarks.ColdStart;
using Verifik.Benchmarks.Scale;

if (args is [ColdStartBenchmark.Child, var row])
{
    ColdStartBenchmark.RunChild(row);
    return 0;
}

// Each part by its name, or all of them.
var parts = new Dictionary<string, Action>
{
    ["calls"] = () => RunBenchmarks("*Calls*"),
    ["token"] = () => RunBenchmarks("*TokenHotPath*"),
    ["cold-start"] = ColdStartBenchmark.Run,
    ["callers"] = CallersBenchmark.Run,
    ["scale"] = ScaleBenchmark.Run,
    ["unchanged"] = UnchangedBenchmark.Run,
};

foreach (var part in args.Length == 0 ? [.. parts.Keys] : args)
{
    if (!parts.TryGetValue(part, out var run))
    {
        Console.Error.WriteLine($"There is no part '{part}': {string.Join(", ", parts.Keys)}.");
        return 1;
    }

    run();
}

return 0;

// Short iterations, and more of them, bear a busy machine better than the default's long ones.
static void RunBenchmarks(string filter) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    ["--filter", filter],
    DefaultConfig.Instance.AddJob(
        Job.Default.WithWarmupCount(8).WithIterationCount(20).WithIterationTime(TimeInterval.FromMilliseconds(100))));

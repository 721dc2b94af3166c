using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Verifik.Benchmarks.Callers;
using Verifik.Benchmarks.Calls;
using Verifik.Benchmarks.ColdStart;
using Verifik.Benchmarks.Scale;
using Verifik.Benchmarks.Token;

if (args is [ColdStartBenchmark.Child, var row])
{
    ColdStartBenchmark.RunChild(row);
    return 0;
}

// Each part by its name, or all of them.
var parts = new Dictionary<string, Action>
{
    ["calls"] = () =>
    {
        Answers.CheckAsync().GetAwaiter().GetResult();
        RunBenchmarks("*Calls*");
    },
    ["token"] = () => RunBenchmarks("*TokenHotPath*"),
    ["accounts"] = () => AccountsBenchmark.RunAsync().GetAwaiter().GetResult(),
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

// Many short iterations, of which the fastest counts: on a busy machine, one of them comes through undisturbed. The runtime
// optimises at once what runs often: by default it waits for a tenth of a second in which nothing new runs, which these
// iterations put off for longer than they last, the longer the more code a client has. Nor is garbage collected between
// them, which would leave each its caches to fill again.
static void RunBenchmarks(string filter) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    ["--filter", filter],
    DefaultConfig.Instance.AddColumn(StatisticColumn.Min).AddJob(
        Job.Default
            .WithEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0")
            .WithGcForce(false)
            .WithWarmupCount(300)
            .WithIterationCount(100)
            .WithIterationTime(TimeInterval.FromMilliseconds(20))));

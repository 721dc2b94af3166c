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
        RunBenchmarks("*Calls*", Job.Default.WithInvocationCount(256).WithWarmupCount(1500).WithIterationCount(1000));
    },
    ["token"] = () => RunBenchmarks("*TokenHotPath*", Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(20)).WithWarmupCount(300).WithIterationCount(100)),
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

// Many short iterations, of which the fastest counts: on a busy machine, one of them comes through undisturbed. A call is
// repeated as often for each client, since a pilot on such a machine settles on numbers that differ by ten times. The runtime
// optimises at once what runs often: by default it waits for a tenth of a second in which nothing new runs, which these
// iterations put off for longer than they last, the longer the more code a client has. Nor is garbage collected between
// them, which would leave each its caches to fill again.
static void RunBenchmarks(string filter, Job job) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    ["--filter", filter],
    ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)).AddColumn(StatisticColumn.Min).AddJob(
        job.WithEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0").WithGcForce(false)));

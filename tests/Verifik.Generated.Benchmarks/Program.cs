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

// Many short iterations, of which the fastest is reported, because on a busy machine at least one is undisturbed. A call is
// repeated equally often for each client, because the pilot stage on such a machine chooses numbers that differ by a factor
// of ten. Tiered compilation has no delay: by default it waits for 100 ms without new methods, which would be longer than
// these iterations. There is no garbage collection between them, which would clear the pooled buffers.
static void RunBenchmarks(string filter, Job job) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    ["--filter", filter],
    ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)).AddColumn(StatisticColumn.Min).AddJob(
        job.WithEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0").WithGcForce(false)));

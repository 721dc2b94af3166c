using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>The resources that an application uses when its calls fail.</summary>
[Collection(NonParallelTests.Name)]
public sealed class ManyCallsTests
{
    private const int Calls = 10_000;
    private const int Callers = 32;

    [Fact]
    [Trait("Run", "Long")]
    public async Task TenThousandCallsWithFaults_LeakNoConnectionOrHandle_AndLeaveNoTaskUnobserved()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        var faults = FaultTable.All
            .Where(fault => fault is { Transport: Transport.Plain, Stalls: false } && fault.Operations.Contains(Operation.Login))
            .Where(fault => !fault.Name.Contains(" MB", StringComparison.Ordinal) && !fault.Name.Contains("100,000", StringComparison.Ordinal))
            .ToList();
        await using var server = new FaultServer();
        await RunAsync(server, faults, faults.Count);
        var handles = Handles();
        TaskScheduler.UnobservedTaskException += Observe;
        try
        {
            var outcomes = await RunAsync(server, faults, Calls);

            await server.Connections.AllClosedAsync();
            Assert.True(outcomes.Count > 20, $"{outcomes.Count} different outcomes.");
            Assert.Equal(Calls, outcomes.Values.Sum());
            Assert.InRange(server.Connections.Most, 1, 4 * Callers);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Empty(unobserved);
            Assert.InRange(Handles() - handles, int.MinValue, 16);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Observe;
        }

        void Observe(object? sender, UnobservedTaskExceptionEventArgs unobservedTask) => unobserved.Enqueue(unobservedTask.Exception);
    }

    // Bodies of 100 MB and more, compressed or not: the limit of 8 MiB, in a buffer that doubles, and the decoded text.
    [Fact]
    public async Task ABodyBeyondTheLimit_UsesOnlyMemoryForTheLimit()
    {
        await using var server = new FaultServer();
        var faults = FaultTable.All.Where(fault => fault.Name.Contains("100 MB", StringComparison.Ordinal) || fault.Name.Contains("bomb", StringComparison.Ordinal)).ToList();
        foreach (var fault in faults.Where(fault => fault.Transport == Transport.Plain))
        {
            await using var cell = new Cell(new Uri(server.Address, fault.Id + "/"), fault.Transport);
            await cell.CallAsync(Operation.Login);

            var before = GC.GetTotalAllocatedBytes(precise: true);
            await cell.CallAsync(Operation.Login);
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
        }
    }

    private static async Task<ConcurrentDictionary<string, int>> RunAsync(FaultServer server, List<Fault> faults, int calls)
    {
        var (outcomes, next) = (new ConcurrentDictionary<string, int>(), 0);
        await using var cell = new Cell(
            new Uri(server.Address, faults[0].Id + "/"),
            Transport.Plain,
            builder => builder.AddHttpMessageHandler(() => new FaultSelector(() => faults[Interlocked.Increment(ref next) % faults.Count].Id)));
        await Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (_, _) =>
            outcomes.AddOrUpdate(await cell.CallAsync(Operation.Login), 1, static (_, count) => count + 1));
        return outcomes;
    }

    private static int Handles() => OperatingSystem.IsWindows()
        ? System.Diagnostics.Process.GetCurrentProcess().HandleCount
        : Directory.GetFiles("/dev/fd").Length;

    /// <summary>Sends each request to another fault.</summary>
    private sealed class FaultSelector(Func<string> fault) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            request.RequestUri = new Uri(request.RequestUri, $"/{fault()}{path[path.IndexOf('/', 1)..]}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}

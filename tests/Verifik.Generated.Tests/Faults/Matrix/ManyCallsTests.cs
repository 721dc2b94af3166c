using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>The resources that an application uses when its calls fail.</summary>
[Collection(NonParallelTests.Name)]
public sealed class ManyCallsTests
{
    private const int Calls = 10_000;

    [Fact]
    [Trait("Run", "Long")]
    public async Task TenThousandCallsWithFaults_LeakNoConnectionOrHandle_AndLeaveNoTaskUnobserved()
    {
        using var unobserved = new UnobservedExceptions();
        await using var servers = await FaultServers.StartAsync();
        await using var calls = new ManyCalls(servers);
        await calls.RunAsync(Calls / 10);
        await servers.AllClosedAsync();
        var handles = Handles();
        calls.Outcomes.Clear();

        var (stalled, sentAgain) = await calls.RunAsync(Calls);

        // The applications are still running: their idle connections are closed after a second, but not one that is in use.
        await servers.AllClosedAsync();
        Assert.InRange(Handles() - handles, int.MinValue, 8);
        Assert.InRange(calls.Outcomes.Values.Sum(), Calls * 9 / 10, Calls);
        Assert.Equal(stalled, calls.Outcomes["`TaskCanceledException`"]);
        Assert.InRange(calls.Outcomes["`TooLarge` (200)"], 100, Calls);
        Assert.InRange(calls.Outcomes[Outcome.Whole], sentAgain, Calls);
        Assert.True(calls.Outcomes.Count > 30, $"{calls.Outcomes.Count} different outcomes.");
        Assert.Empty(await unobserved.CollectAsync());
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

    private static int Handles() => OperatingSystem.IsWindows()
        ? System.Diagnostics.Process.GetCurrentProcess().HandleCount
        : Directory.GetFiles("/dev/fd").Length;
}

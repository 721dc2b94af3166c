using System.Collections.Concurrent;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>
/// For every fault of a server, a call returns the correct value or throws a documented exception, in bounded time and memory.
/// It leaves no unobserved task exception and no open connection.
/// </summary>
[Collection(NonParallelTests.Name)]
[Trait("Run", "Long")]
public sealed class FaultMatrixTests
{
    private const string Undocumented = "Undocumented exception:";
    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 32 };

    [Fact]
    public async Task EveryFault_HasTheDocumentedOutcome()
    {
        using var unobserved = new UnobservedExceptions();
        await unobserved.CollectAsync();
        var outcomes = new ConcurrentDictionary<(Fault Fault, Operation Operation), string>();
        await using var servers = await FaultServers.StartAsync();
        await Parallel.ForEachAsync(FaultTable.All.SelectMany(Applications), Parallelism, async (cells, _) =>
        {
            await using var application = new Cell(servers.AddressOf(cells.Fault), cells.Fault.Transport);
            foreach (var operation in cells.Operations)
            {
                outcomes[(cells.Fault, operation)] = await CallAsync(application, cells.Fault, operation);
            }
        });
        await servers.AllClosedAsync();

        var undocumented = outcomes.Values.Where(outcome => outcome.StartsWith(Undocumented, StringComparison.Ordinal)).ToList();
        Assert.True(undocumented.Count == 0, string.Join("\n\n", undocumented));
        Assert.Equal(0, servers.Plain.RequestsOf("elsewhere"));
        await FailuresDocument.VerifyAsync(FaultTable.All.SelectMany(fault => fault.Operations.Select(operation => (fault, operation, outcomes[(fault, operation)]))));
        Assert.Empty(await unobserved.CollectAsync());
    }

    // One application makes all calls, except those that change its token or its clock.
    private static IEnumerable<(Fault Fault, IEnumerable<Operation> Operations)> Applications(Fault fault) =>
        fault.Operations
            .GroupBy(operation => fault.Stalls || fault.Operations.Contains(Operation.Handler) || operation is Operation.Renew or Operation.Revoke ? operation : Operation.Login)
            .Select(operations => (fault, operations.AsEnumerable()));

    private static async Task<string> CallAsync(Cell application, Fault fault, Operation operation)
    {
        try
        {
            var outcome = await application.CallAsync(operation, fault.Stalls ? fault.ReachedAsync(operation) : null);
            return fault.Status is { } status ? outcome.Replace($"({status}", "(the status", StringComparison.Ordinal) : outcome;
        }
        catch (Exception exception)
        {
            return $"{Undocumented} {operation}, {fault.Chapter}, {fault.Name}: {exception}";
        }
    }
}

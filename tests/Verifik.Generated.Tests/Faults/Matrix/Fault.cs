using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>One fault of a server.</summary>
/// <param name="Chapter">Its chapter in docs/failures.md.</param>
/// <param name="Name">What the server does, as written there. Faults with the same name share a row, and must have the same outcome.</param>
/// <param name="Script">Sends the response.</param>
internal sealed record Fault(string Chapter, string Name, Func<Peer, Task> Script)
{
    /// <summary>The operations of the SDK.</summary>
    public static readonly IReadOnlyList<Operation> AllOperations = [Operation.Login, Operation.Confirm, Operation.Renew, Operation.Revoke, Operation.Query];

    private readonly ConcurrentDictionary<Operation, SemaphoreSlim> _reached = new();

    /// <summary>The first segment of the path, which selects the fault.</summary>
    public string Id { get; init; } = "";

    public Transport Transport { get; init; }

    /// <summary>Whether only the timeout ends the call.</summary>
    public bool Stalls { get; init; }

    /// <summary>The column of docs/failures.md, if it is not that of the operation.</summary>
    public string? Column { get; init; }

    /// <summary>The status code, if the row of docs/failures.md covers several.</summary>
    public int? Status { get; init; }

    /// <summary>Sends the response of the HTTP/2 server.</summary>
    public Func<HttpContext, string, Task>? Http2Script { get; init; }

    public IReadOnlyList<Operation> Operations { get; init; } = AllOperations;

    /// <summary>Completes when the server has received another request of the operation, so that the clock can be advanced.</summary>
    public Task ReachedAsync(Operation operation) => Reached(operation).WaitAsync();

    /// <summary>Records that the server has received a request of the operation.</summary>
    public void Reach(Operation operation) => Reached(operation).Release();

    private SemaphoreSlim Reached(Operation operation) => _reached.GetOrAdd(operation, static _ => new SemaphoreSlim(0));
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>One thing that a server does.</summary>
/// <param name="Chapter">Where it stands in docs/failures.md.</param>
/// <param name="Name">What the server does, as it stands there. Several that end alike may share a name.</param>
/// <param name="Script">What it sends.</param>
internal sealed record Fault(string Chapter, string Name, Func<Peer, Task> Script)
{
    private readonly ConcurrentDictionary<Operation, TaskCompletionSource> _reached = new();

    /// <summary>The first segment of the path, by which the server knows what to do.</summary>
    public string Id { get; init; } = "";

    public Transport Transport { get; init; }

    /// <summary>Whether nothing ends the call but its timeout.</summary>
    public bool Stalls { get; init; }

    /// <summary>The status, where a row of docs/failures.md is about several.</summary>
    public int? Status { get; init; }

    /// <summary>What the HTTP/2 server does.</summary>
    public Func<HttpContext, string, Task>? Multiplexed { get; init; }

    public IReadOnlyList<Operation> Operations { get; init; } = [Operation.Login, Operation.Confirm, Operation.Query];

    /// <summary>Completes when the server has a request of an operation, so that time may pass.</summary>
    public Task ReachedAsync(Operation operation) => Reached(operation).Task;

    /// <summary>The server has a request of an operation.</summary>
    public void Reach(Operation operation) => Reached(operation).TrySetResult();

    private TaskCompletionSource Reached(Operation operation) =>
        _reached.GetOrAdd(operation, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

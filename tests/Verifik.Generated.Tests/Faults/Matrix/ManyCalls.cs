using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>
/// Applications that call each operation of a server over each transport, with another fault for each request. They run until
/// the end of the test.
/// </summary>
internal sealed class ManyCalls(FaultServers servers) : IAsyncDisposable
{
    private const int Callers = 32;

    // Small, so that the server has not sent most of a larger body when the client stops reading it.
    private const int MaxResponseBytes = 64 * 1024;

    // The percentage of the calls. Most faults of TLS and HTTP/2 cost a handshake or more.
    private static readonly (Transport Transport, int Share)[] Transports =
        [(Transport.Plain, 85), (Transport.Encrypted, 5), (Transport.Http2, 5), (Transport.EncryptedHttp2, 5)];

    // The names of the correct responses.
    private static readonly string[] Working = ["sends the correct Content-Length", "has a trusted certificate", "responds"];

    private readonly ConcurrentQueue<Cell> _applications = new();

    // A collected response would close its connection, although it was not disposed.
    private readonly ConcurrentQueue<HttpResponseMessage> _responses = new();

    /// <summary>The outcomes, and how often each occurred.</summary>
    public ConcurrentDictionary<string, int> Outcomes { get; } = new();

    /// <summary>Calls the operations.</summary>
    /// <param name="calls">The number of calls.</param>
    /// <returns>How many of these calls timed out, and how many were sent again with a renewed token.</returns>
    public async Task<(int Stalled, int SentAgain)> RunAsync(int calls)
    {
        var (stalled, sentAgain) = (0, 0);
        foreach (var (transport, share) in Transports)
        {
            var each = calls * share / 100;
            var faults = FaultTable.All.Where(fault => fault.Transport == transport && !fault.Stalls).ToList();
            var stalls = FaultTable.All.Where(fault => fault.Transport == transport && fault.Stalls).ToList();
            var parallel = faults.Where(fault => !fault.Name.Contains("GOAWAY", StringComparison.Ordinal)).ToList();
            var batches = each / 40 / stalls.Count;
            foreach (var operation in new[] { Operation.Login, Operation.Query })
            {
                await StallAsync(Start(transport, [operation], stalls), operation, stalls, batches);
                await CallAsync(Start(transport, [operation], parallel, MaxResponseBytes), each * 2 / 5, _ => operation);
            }

            // One after another, because each changes the token. The server can send GOAWAY only between the frames of others.
            Operation[] exchanges = [Operation.Confirm, Operation.Renew, Operation.Revoke];
            await CallAsync(Start(transport, exchanges, faults, MaxResponseBytes), each / 10, call => exchanges[call % exchanges.Length], callers: 1);

            await SendAgainAsync(faults.Single(fault => fault.Name == FaultTable.RejectsStoredToken), each / 20);
            stalled += 2 * batches * stalls.Count;
            sentAgain += each / 20;
        }

        return (stalled, sentAgain);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var application in _applications)
        {
            await application.DisposeAsync();
        }
    }

    // The other requests, such as the renewal of a rejected token, receive the correct response.
    private Cell Start(Transport transport, Operation[] operations, List<Fault> faults, int maxResponseBytes = VerifikOptions.DefaultMaxResponseBytes)
    {
        // A fault in a property is a response to one operation.
        var (next, suitable) = (-1, operations.ToDictionary(operation => operation, operation => faults.Where(fault => fault.Operations.Contains(operation)).ToList()));
        return Start(
            FaultTable.All.Single(fault => fault.Transport == transport && Working.Contains(fault.Name)),
            operation => suitable.TryGetValue(operation, out var own) ? own[Interlocked.Increment(ref next) % own.Count] : null,
            maxResponseBytes);
    }

    private Cell Start(Fault fault, Func<Operation, Fault?> other, int maxResponseBytes)
    {
        var application = new Cell(
            servers.AddressOf(fault), fault.Transport, client => client.AddHttpMessageHandler(() => new FaultSelector(other, _responses)), maxResponseBytes);
        _applications.Enqueue(application);
        return application;
    }

    private Task CallAsync(Cell application, int calls, Func<int, Operation> operation, int callers = Callers) =>
        Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = callers }, async (call, _) =>
            Count(await application.CallAsync(operation(call))));

    // The clock is advanced when every call of the batch has reached the server.
    private async Task StallAsync(Cell application, Operation operation, List<Fault> stalls, int batches)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            var reached = Task.WhenAll(stalls.Select(fault => fault.ReachedAsync(operation)));
            foreach (var outcome in await Task.WhenAll(stalls.Select(_ => application.CallAsync(operation, reached))))
            {
                Count(outcome);
            }
        }
    }

    // The first request of each application is rejected, and sent again when its token is renewed.
    private Task SendAgainAsync(Fault fault, int calls) =>
        Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (call, _) =>
        {
            var application = Start(fault, static _ => null, MaxResponseBytes);
            var outcome = await application.CallAsync(call % 2 == 0 ? Operation.Query : Operation.Handler);
            Assert.Equal(Outcome.Whole, outcome);
            Count(outcome);
        });

    private void Count(string outcome) => Outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);

    /// <summary>Sends a request to another fault, and keeps the response.</summary>
    private sealed class FaultSelector(Func<Operation, Fault?> other, ConcurrentQueue<HttpResponseMessage> responses) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.PathAndQuery.Split('/', 3)[2];
            if (other(path.OperationOfPath()) is { } fault)
            {
                request.RequestUri = new Uri(request.RequestUri, $"/{fault.Id}/{path}");
            }

            var response = await base.SendAsync(request, cancellationToken);
            responses.Enqueue(response);
            return response;
        }
    }
}

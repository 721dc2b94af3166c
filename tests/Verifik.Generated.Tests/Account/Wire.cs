using System.Collections.Concurrent;
using System.Net;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Account;

/// <summary>The innermost handler before the socket. It counts requests, and can fail like a network.</summary>
internal sealed class Wire : DelegatingHandler
{
    private readonly ConcurrentQueue<(string Path, string? Authorization)> _sent = new();

    private readonly ConcurrentQueue<Uri> _addresses = new();

    public Wire()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Replaces the server, if it returns a response.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>? Instead { get; set; }

    /// <summary>Runs after the server has responded and before the response arrives.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task>? BeforeAnswer { get; set; }

    public IReadOnlyCollection<(string Path, string? Authorization)> Sent => _sent;

    public IReadOnlyCollection<Uri> Addresses => _addresses;

    public int Logins => Count("/v2/projects/phone-login");

    public int Renewals => Count("/v2/auth/session");

    public int Queries => Count("/v2/co/cedula");

    public int Count(string path) => _sent.Count(request => request.Path == path);

    /// <summary>Responds to every request to a path with a status.</summary>
    public void Fail(string path, HttpStatusCode status) => Instead = (request, _) =>
        Task.FromResult(request.RequestUri!.AbsolutePath == path ? new HttpResponseMessage(status) { RequestMessage = request } : null);

    /// <summary>Refuses every token, including its renewal.</summary>
    public void Refuse() => Instead = static (request, _) =>
        Task.FromResult(request.Headers.Authorization is null ? null : new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization?.Parameter is { } token)
        {
            RecordedOutput.Secret(token);
        }

        _addresses.Enqueue(request.RequestUri!);
        _sent.Enqueue((request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString()));
        var instead = Instead is null ? null : await Instead(request, cancellationToken);
        var response = instead ?? await base.SendAsync(request, cancellationToken);
        await (BeforeAnswer?.Invoke(request, cancellationToken) ?? Task.CompletedTask);
        return response;
    }
}

using System.Collections.Concurrent;
using System.Net;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Account;

/// <summary>The last handler before the socket: counts what is sent, and can fail as a network does.</summary>
internal sealed class Wire : DelegatingHandler
{
    private readonly ConcurrentQueue<(string Path, string? Authorization)> _sent = new();

    private readonly ConcurrentQueue<Uri> _addresses = new();

    public Wire()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>Answers in place of the server, where it returns a response.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>>? Instead { get; set; }

    /// <summary>What happens between the server's answer and its arrival.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task>? BeforeAnswer { get; set; }

    public IReadOnlyCollection<(string Path, string? Authorization)> Sent => _sent;

    public IReadOnlyCollection<Uri> Addresses => _addresses;

    public int Logins => Count("/v2/projects/phone-login");

    public int Renewals => Count("/v2/auth/session");

    public int Queries => Count("/v2/co/cedula");

    public int Count(string path) => _sent.Count(request => request.Path == path);

    /// <summary>Answers every request to a path with a status.</summary>
    public void Fail(string path, HttpStatusCode status) => Instead = (request, _) =>
        Task.FromResult(request.RequestUri!.AbsolutePath == path ? new HttpResponseMessage(status) { RequestMessage = request } : null);

    /// <summary>Refuses every token, also where it is to be renewed.</summary>
    public void Refuse() => Instead = static (request, _) =>
        Task.FromResult(request.Headers.Authorization is null ? null : new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization?.Parameter is { } token)
        {
            Overheard.Secret(token);
        }

        _addresses.Enqueue(request.RequestUri!);
        _sent.Enqueue((request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString()));
        var instead = Instead is null ? null : await Instead(request, cancellationToken);
        var response = instead ?? await base.SendAsync(request, cancellationToken);
        await (BeforeAnswer?.Invoke(request, cancellationToken) ?? Task.CompletedTask);
        return response;
    }
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Cli;

/// <summary>A server that responds to logins and queries, but never to a renewal.</summary>
internal sealed class SilentRenewalServer : IAsyncDisposable
{
    public const string Answer = """{"data":{"fullName":"MATEO VERIFIK"}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string?> _authorizations = new();
    private readonly TaskCompletionSource _renewalRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _logins;

    private SilentRenewalServer(string login)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/v2/projects/phone-login":
                    Interlocked.Increment(ref _logins);
                    return context.Response.WriteAsync(login);
                case "/v2/projects/phone-login/confirm":
                    return context.Response.WriteAsync(UserDocument.Confirmation);
                case "/v2/auth/session":
                    _renewalRequested.TrySetResult();
                    return Task.Delay(Timeout.Infinite, context.RequestAborted);
                default:
                    _authorizations.Enqueue(context.Request.Headers.Authorization);
                    return context.Response.WriteAsync(Answer);
            }
        });
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Completes when a renewal was received.</summary>
    public Task RenewalRequested => _renewalRequested.Task.WaitAsync(Patience);

    /// <summary>The tokens of the queries.</summary>
    public IReadOnlyCollection<string?> Authorizations => _authorizations;

    /// <summary>The number of requested codes.</summary>
    public int Logins => _logins;

    /// <summary>Starts it.</summary>
    /// <param name="login">The response to a login.</param>
    public static async Task<SilentRenewalServer> StartAsync(string login = UserDocument.PhoneLogin)
    {
        var server = new SilentRenewalServer(login);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

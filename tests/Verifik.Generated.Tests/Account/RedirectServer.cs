using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Account;

/// <summary>A server that redirects or refuses every request, and records the requests.</summary>
internal sealed class RedirectServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string?> _authorizations = new();
    private readonly ConcurrentQueue<string> _bodies = new();

    private RedirectServer(Uri? elsewhere)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(async context =>
        {
            if (Token is not null && context.Request.Path == "/v2/projects/phone-login/confirm")
            {
                await context.Response.WriteAsync($$"""{"data":{"accessToken":"{{Token}}" } }""");
                return;
            }

            using var reader = new StreamReader(context.Request.Body);
            _bodies.Enqueue(await reader.ReadToEndAsync());
            _authorizations.Enqueue(context.Request.Headers.Authorization.FirstOrDefault());
            var target = RedirectsOnceToItself ? context.Request.Path + context.Request.QueryString : elsewhere?.AbsoluteUri;
            RedirectsOnceToItself = false;
            context.Response.StatusCode = target is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = target;
        });
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Responds to the next request with a redirect to the same address, like a gateway that sets a cookie.</summary>
    public bool RedirectsOnceToItself { get; set; }

    /// <summary>The token that a login returns, if logins are supported.</summary>
    public string? Token { get; set; }

    public IReadOnlyCollection<string?> Authorizations => _authorizations;

    /// <summary>The bodies that arrived completely.</summary>
    public IReadOnlyCollection<string> Bodies => _bodies;

    public static async Task<RedirectServer> StartAsync(Uri? elsewhere = null)
    {
        var server = new RedirectServer(elsewhere);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Cli;

/// <summary>A server that returns the request, or a fixed response.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;

    private EchoServer(string? answer, int status)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            using var body = new StreamReader(context.Request.Body);
            var (request, sent) = (context.Request, await body.ReadToEndAsync());
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(answer ?? $"{request.Method} {request.Path} {request.Headers.Authorization} {request.ContentType} {sent}");
        });
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The number of requests.</summary>
    public int Requests => _requests;

    public static async Task<EchoServer> StartAsync(string? answer = null, int status = 200)
    {
        var server = new EchoServer(answer, status);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

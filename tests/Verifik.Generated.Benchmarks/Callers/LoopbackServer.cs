using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verifik.Benchmarks.Calls;

namespace Verifik.Benchmarks.Callers;

/// <summary>Responds to a confirmation at once, and to a request for a code byte by byte.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LoopbackServer> StartAsync(HttpProtocols protocol)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = protocol));
        var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        return new LoopbackServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/v2/projects/phone-login/confirm")
        {
            context.Response.ContentLength = Payload.Confirm.Length;
            await context.Response.Body.WriteAsync(Payload.Confirm, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        for (var position = 0; position < Payload.PhoneLogin.Length; position++)
        {
            await context.Response.Body.WriteAsync(Payload.PhoneLogin.AsMemory(position, 1), context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await Task.Delay(1, context.RequestAborted).ConfigureAwait(false);
        }
    }
}

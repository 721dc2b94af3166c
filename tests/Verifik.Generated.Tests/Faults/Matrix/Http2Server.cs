using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>An HTTP/2 server without TLS. The first segment of the path selects the fault.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Http2Server()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _application = builder.Build();
        _application.Run(ServeAsync);
    }

    public Uri Address => new(_application.Urls.Single());

    public static async Task<Http2Server> StartAsync()
    {
        var server = new Http2Server();
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task ServeAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Split('/', 3);
        await context.Request.Body.CopyToAsync(Stream.Null);
        var (fault, operation) = (FaultTable.Find(segments[1])!, segments[2].OperationOfPath());
        fault.Reach(operation);
        try
        {
            await fault.Http2Script!(context, operation.Answer());
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client has disconnected.
        }
    }
}

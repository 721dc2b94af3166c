using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>An HTTP/2 server. The first segment of the path selects the fault.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication _application;

    private readonly X509Certificate2? _certificate;

    private Http2Server(X509Certificate2? certificate)
    {
        _certificate = certificate;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Configure));
        _application = builder.Build();
        _application.Run(ServeAsync);
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Its connections.</summary>
    public OpenConnections Connections { get; } = new();

    public static async Task<Http2Server> StartAsync(X509Certificate2? certificate = null)
    {
        var server = new Http2Server(certificate);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>The operation that sent a request.</summary>
    public static Operation OperationOf(HttpContext context) => Segments(context)[2].OperationOfPath();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Connections.AllClosedAsync();
        Connections.Dispose();
        _certificate?.Dispose();
    }

    private void Configure(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http2;
        listen.Use(next => async connection =>
        {
            Connections.Add();
            try
            {
                await next(connection);
            }
            finally
            {
                Connections.Remove();
            }
        });
        if (_certificate is not null)
        {
            listen.UseHttps(_certificate);
        }
    }

    private static string[] Segments(HttpContext context) => context.Request.Path.Value!.Split('/', 3);

    private static async Task ServeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var (fault, operation) = (FaultTable.Find(Segments(context)[1])!, OperationOf(context));
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

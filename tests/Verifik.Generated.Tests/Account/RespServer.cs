using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;

namespace Verifik.Tests.Account;

/// <summary>An in-process RESP server on a free port, as the Redis of a fleet.</summary>
internal sealed class RespServer : IDisposable
{
    private readonly GarnetServer _server;

    public RespServer()
    {
        var port = FreePort();
        Address = $"127.0.0.1:{port}";
        _server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
            QuietMode = true,
            LogMemorySize = "8m",
            PageSize = "1m",
            SegmentSize = "8m",
            IndexMemorySize = "1m",
        });
        _server.Start();
    }

    public string Address { get; }

    // Garnet waits for its connections without a limit.
    public void Dispose()
    {
        if (!Task.Run(_server.Dispose).Wait(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException("The Redis server does not end.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

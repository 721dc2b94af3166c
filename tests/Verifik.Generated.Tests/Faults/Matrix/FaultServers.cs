using System.Net;
using System.Net.Sockets;
using Verifik.Sandbox.Http;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A server for each transport.</summary>
internal sealed class FaultServers : IAsyncDisposable
{
    private readonly Http2Server _http2;

    private FaultServers(Http2Server http2)
    {
        _http2 = http2;
        Plain = new FaultServer();
        Encrypted = new FaultServer(LoopbackCertificate.Create(), elsewhere: Plain.Address);
    }

    public FaultServer Plain { get; }

    public FaultServer Encrypted { get; }

    public static async Task<FaultServers> StartAsync() => new(await Http2Server.StartAsync());

    /// <summary>Waits until every connection is closed.</summary>
    public async Task AllClosedAsync()
    {
        await Plain.AllClosedAsync();
        await Encrypted.AllClosedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.DisposeAsync();
        await Encrypted.DisposeAsync();
        await _http2.DisposeAsync();
    }

    /// <summary>The address of a fault.</summary>
    public Uri AddressOf(Fault fault) => new(AddressOf(fault.Transport), fault.Id + "/");

    private Uri AddressOf(Transport transport) => transport switch
    {
        Transport.Encrypted or Transport.Untrusted => Encrypted.Address,
        Transport.Unencrypted => new Uri(Plain.Address.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)),
        Transport.Http2 => _http2.Address,
        Transport.Refused => UnusedAddress(),
        Transport.Unresolved => new Uri("https://verifik.invalid/"),
        _ => Plain.Address,
    };

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }
}

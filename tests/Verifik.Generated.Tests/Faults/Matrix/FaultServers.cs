using System.Net;
using System.Net.Sockets;
using Verifik.Sandbox.Http;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A server for each transport.</summary>
internal sealed class FaultServers : IAsyncDisposable
{
    private const string Host = "127.0.0.1";

    private readonly Dictionary<Transport, FaultServer> _encrypted;
    private readonly Dictionary<Transport, Http2Server> _http2;

    private FaultServers(Http2Server http2, Http2Server encryptedHttp2)
    {
        using var unknown = new Authority("Unknown");
        _http2 = new() { [Transport.Http2] = http2, [Transport.EncryptedHttp2] = encryptedHttp2 };
        _encrypted = new()
        {
            [Transport.Encrypted] = new(Authority.Trusted.Issue(Host, days: 1), elsewhere: Plain.Address),
            [Transport.Expired] = new(Authority.Trusted.Issue(Host, days: -1)),
            [Transport.OtherHost] = new(Authority.Trusted.Issue("verifik.example", days: 1)),
            [Transport.UnknownAuthority] = new(unknown.Issue(Host, days: 1)),
            [Transport.ResetHandshake] = new(Authority.Trusted.Issue(Host, days: 1), resetsHandshake: true),
            [Transport.SelfSigned] = new(LoopbackCertificate.Create()),
        };
    }

    public FaultServer Plain { get; } = new();

    private IEnumerable<FaultServer> Http1 => _encrypted.Values.Append(Plain);

    public static async Task<FaultServers> StartAsync() =>
        new(await Http2Server.StartAsync(), await Http2Server.StartAsync(Authority.Trusted.Issue(Host, days: 1)));

    /// <summary>Waits until every connection is closed.</summary>
    public async Task AllClosedAsync()
    {
        foreach (var connections in Http1.Select(server => server.Connections).Concat(_http2.Values.Select(server => server.Connections)))
        {
            await connections.AllClosedAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Http1.Concat<IAsyncDisposable>(_http2.Values))
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>The address of a fault.</summary>
    public Uri AddressOf(Fault fault) => new(AddressOf(fault.Transport), fault.Id + "/");

    private Uri AddressOf(Transport transport) => transport switch
    {
        Transport.Unencrypted => new Uri(Plain.Address.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)),
        Transport.Http2 or Transport.EncryptedHttp2 => _http2[transport].Address,
        Transport.Refused => UnusedAddress(),
        Transport.Unresolved => new Uri("https://verifik.invalid/"),
        Transport.Plain => Plain.Address,
        _ => _encrypted[transport].Address,
    };

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }
}

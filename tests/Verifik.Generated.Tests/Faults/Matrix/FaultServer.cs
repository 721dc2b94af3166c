using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>
/// A server on raw sockets. The first segment of a request's path selects the fault, which sends arbitrary bytes.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, int> _requests = new();
    private readonly X509Certificate2? _certificate;
    private readonly bool _resetsHandshake;
    private readonly Uri _elsewhere;
    private readonly Task _serving;

    public FaultServer(X509Certificate2? certificate = null, Uri? elsewhere = null, bool resetsHandshake = false)
    {
        (_certificate, _resetsHandshake) = (certificate, resetsHandshake);
        _listener.Start(512);
        Address = new Uri($"{(certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/");
        _elsewhere = elsewhere ?? new Uri(Address.AbsoluteUri.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Its connections.</summary>
    public OpenConnections Connections { get; } = new();

    /// <summary>The number of requests for a fault.</summary>
    public int RequestsOf(string fault) => _requests.GetValueOrDefault(fault);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        await Connections.AllClosedAsync();
        Connections.Dispose();
        _stopping.Dispose();
        _certificate?.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                Connections.Add();
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (IsDisconnect(exception))
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            if (_resetsHandshake)
            {
                await stream.ReadExactlyAsync(new byte[1], _stopping.Token);
                await new Peer(socket, stream, _elsewhere, _stopping.Token).ResetAsync();
                return;
            }

            await ServeAsync(socket, _certificate is null ? stream : await EncryptAsync(stream));
        }
        catch (Exception exception) when (IsDisconnect(exception))
        {
            // The client has disconnected, or the test has ended.
        }
        finally
        {
            socket.Dispose();
            Connections.Remove();
        }
    }

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
        return encrypted;
    }

    private async Task ServeAsync(Socket socket, Stream stream)
    {
        var peer = new Peer(socket, stream, _elsewhere, _stopping.Token);
        while (await peer.ReadRequestAsync())
        {
            _requests.AddOrUpdate(peer.Fault, 1, static (_, count) => count + 1);
            if (FaultTable.Find(peer.Fault) is not { } fault)
            {
                return;
            }

            fault.Reach(peer.Operation);
            await fault.Script(peer);
            if (peer.IsClosed)
            {
                return;
            }
        }
    }

    private static bool IsDisconnect(Exception exception) =>
        exception is SocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException
            or System.Security.Authentication.AuthenticationException;
}

using System.Net;
using System.Net.Sockets;

namespace Verifik.Soak;

/// <summary>
/// Forwards connections to a server. During an outage, connections are reset and new ones are refused, or connections stay open
/// without transferring data. The port stays reserved.
/// </summary>
internal sealed class Relay : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private readonly IPEndPoint _target;
    private Socket _listener;
    private TaskCompletionSource _flow = new();

    public Relay(IPEndPoint target)
    {
        _target = target;
        _listener = CreateBoundSocket(port: 0);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _flow.SetResult();
        Listen();
    }

    public int Port { get; }

    /// <summary>Resets all connections, and refuses new ones.</summary>
    public void Cut()
    {
        // Bound but not listening: connections are refused, and no other process can use the port.
        _listener.Dispose();
        _listener = CreateBoundSocket(Port);
        lock (_gate)
        {
            foreach (var socket in _open)
            {
                socket.Close(timeout: 0);
            }

            _open.Clear();
        }
    }

    /// <summary>Keeps connections open, but stops transferring data.</summary>
    public void Stall() => _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends an outage of either kind.</summary>
    public void Restore()
    {
        if (!_flow.TrySetResult())
        {
            Listen();
        }
    }

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private static Socket CreateBoundSocket(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private void Listen()
    {
        _listener.Listen(512);
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener was disposed.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        (near.NoDelay, far.NoDelay) = (true, true);
        lock (_gate)
        {
            _open.Add(near);
            _open.Add(far);
        }

        try
        {
            await far.ConnectAsync(_target);
            await Task.WhenAll(PumpAsync(near, far), PumpAsync(far, near));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has disconnected, or both were cut.
        }

        lock (_gate)
        {
            _open.Remove(near);
            _open.Remove(far);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReceiveAsync(buffer)) > 0)
        {
            await _flow.Task;
            await to.SendAsync(buffer.AsMemory(0, count));
        }

        to.Shutdown(SocketShutdown.Send);
    }
}

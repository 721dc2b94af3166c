using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>A connection of the server.</summary>
internal sealed class Peer(Socket socket, Stream stream, Uri elsewhere, CancellationToken stopping)
{
    // The first byte of TLS, which a server without TLS rejects as a bad request.
    private const byte ClientHello = 0x16;

    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>The fault that the request selects.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>The operation that sent the request.</summary>
    public Operation Operation { get; private set; }

    /// <summary>The path and query of the request.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The token of the request.</summary>
    public string? Token { get; private set; }

    /// <summary>Another server, which must not receive requests.</summary>
    public Uri Elsewhere => elsewhere;

    /// <summary>The correct JSON of the operation.</summary>
    public string Json => Operation.Answer();

    public bool IsClosed { get; private set; }

    /// <summary>Reads a whole request; returns false if the client has closed the connection.</summary>
    public async Task<bool> ReadRequestAsync()
    {
        var text = "";
        int end;
        while ((end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            var read = await stream.ReadAsync(_buffer, stopping);
            if (read == 0)
            {
                return false;
            }

            if (_buffer[0] == ClientHello)
            {
                await SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                return false;
            }

            text += Encoding.Latin1.GetString(_buffer, 0, read);
        }

        var missing = Length(text[..end]) - (text.Length - end - 4);
        if (missing > 0)
        {
            await stream.ReadExactlyAsync(_buffer.AsMemory(0, missing), stopping);
        }

        Path = text.Split(' ', 3)[1];
        Token = Header(text[..end], "Authorization: Bearer ");
        var segments = Path.Split('/', 3);
        (Fault, Operation) = (segments[1], segments[2].OperationOfPath());
        return true;
    }

    public Task SendAsync(string latin1) => SendAsync(Encoding.Latin1.GetBytes(latin1));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, stopping);
        await stream.FlushAsync(stopping);
    }

    /// <summary>Sends a response with a correct Content-Length.</summary>
    public Task AnswerAsync(string status, byte[] body, string headers = "") =>
        SendAsync([.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body]);

    public Task AnswerAsync(string status, string body, string headers = "") => AnswerAsync(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Closes the connection gracefully.</summary>
    public Task CloseAsync()
    {
        IsClosed = true;
        socket.Shutdown(SocketShutdown.Send);
        return HoldAsync();
    }

    /// <summary>Resets the connection.</summary>
    public Task ResetAsync()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    /// <summary>Sends nothing more, until the client closes the connection.</summary>
    public async Task HoldAsync()
    {
        IsClosed = true;
        while (await stream.ReadAsync(_buffer, stopping) > 0)
        {
        }
    }

    /// <summary>Sends byte by byte until the client closes the connection.</summary>
    public async Task DripAsync(char character)
    {
        while (true)
        {
            await SendAsync([(byte)character]);
            await Task.Yield();
        }
    }

    private static int Length(string head) => Header(head, "Content-Length: ") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : 0;

    private static string? Header(string head, string name) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];
}

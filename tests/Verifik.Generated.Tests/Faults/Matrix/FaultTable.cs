using System.Text;

namespace Verifik.Tests.Faults.Matrix;

/// <summary>All faults, by chapter.</summary>
internal static partial class FaultTable
{
    /// <summary>The name of a fault that occurs over each transport.</summary>
    public const string RejectsStoredToken = "returns 401 for the stored token, and renews it";

    private static readonly Dictionary<string, Fault> ById = new[]
    {
        Connections, Headers, Stalls, Framing, Compression, Size, Text, Shapes, Properties, Statuses, Redirects, Refusals, Tls, Http2, EncryptedHttp2,
    }.SelectMany(chapter => chapter()).Select((fault, index) => fault with { Id = $"fault-{index}" }).ToDictionary(fault => fault.Id);

    public static IReadOnlyList<Fault> All { get; } = [.. ById.Values];

    public static Fault? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<Fault> Connections()
    {
        const string Chapter = "The connection";
        yield return new(Chapter, "is not listening", Nothing) { Transport = Transport.Refused };
        yield return new(Chapter, "has a host name that cannot be resolved", Nothing) { Transport = Transport.Unresolved };
        yield return new(Chapter, "closes the connection before the response", peer => peer.CloseAsync());
        yield return new(Chapter, "resets the connection before the response", peer => peer.ResetAsync());
        yield return new(Chapter, "resets the connection during the headers", peer => SendAndResetAsync(peer, "HTTP/1.1 200 OK\r\nContent-Type: appli"));
        yield return new(Chapter, "closes the connection during the headers", peer => SendAndCloseAsync(peer, "HTTP/1.1 200 OK\r\nContent-Type: appli"));
        yield return new(Chapter, "resets the connection after the headers", peer => SendAndResetAsync(peer, Head(peer)));
        yield return new(Chapter, "closes the connection after the headers", peer => SendAndCloseAsync(peer, Head(peer)));
        yield return new(Chapter, "resets the connection during the body", peer => SendAndResetAsync(peer, Head(peer) + Half(peer)));
        yield return new(Chapter, "closes the connection during the body", peer => SendAndCloseAsync(peer, Head(peer) + Half(peer)));
        yield return new(Chapter, "closes the connection during the body of an error", peer => SendAndCloseAsync(peer, "HTTP/1.1 409 Conflict\r\nContent-Length: 100\r\n\r\n{\"code\":"));
    }

    private static IEnumerable<Fault> Headers()
    {
        const string Chapter = "Headers";
        yield return new(Chapter, "sends a response that is not HTTP", peer => SendAndCloseAsync(peer, "220 smtp.example.com ESMTP\r\n"));
        yield return new(Chapter, "sends an invalid status code", peer => SendAndCloseAsync(peer, "HTTP/1.1 99 Odd\r\nContent-Length: 0\r\n\r\n"));
        yield return new(Chapter, "sends an invalid status code", peer => SendAndCloseAsync(peer, "HTTP/1.1 2000 Odd\r\nContent-Length: 0\r\n\r\n"));
        yield return new(Chapter, "responds with HTTP/0.9", peer => SendAndCloseAsync(peer, peer.Json));
        yield return new(Chapter, "responds with HTTP/1.0 and closes the connection", peer => SendAndCloseAsync(peer, $"HTTP/1.0 200 OK\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a header without a name", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\n: x\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends endless headers", peer => FloodAsync(peer, "HTTP/1.1 200 OK\r\n", "X-Odd: " + new string('x', 1000) + "\r\n"));
        yield return new(Chapter, "sends endless interim responses", peer => FloodAsync(peer, "", "HTTP/1.1 100 Continue\r\n\r\n"));
        yield return new(Chapter, "sends interim responses first", async peer =>
        {
            await peer.SendAsync("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n");
            await peer.AnswerAsync("200 OK", peer.Json);
        });
        yield return new(Chapter, "sends a non-ASCII header", peer => peer.AnswerAsync("200 OK", peer.Json, "X-Odd: \u00e9\r\n"));
    }

    private static IEnumerable<Fault> Stalls()
    {
        const string Chapter = "Slow responses";
        yield return new(Chapter, "does not respond", peer => peer.HoldAsync()) { Stalls = true };
        yield return new(Chapter, "stalls during the headers", peer => SendAndHoldAsync(peer, "HTTP/1.1 200 OK\r\nContent-Type: appli")) { Stalls = true };
        yield return new(Chapter, "stalls after the headers", peer => SendAndHoldAsync(peer, Head(peer))) { Stalls = true };
        yield return new(Chapter, "stalls during the body", peer => SendAndHoldAsync(peer, Head(peer) + Half(peer))) { Stalls = true };
        yield return new(Chapter, "stalls during the body of an error", peer => SendAndHoldAsync(peer, "HTTP/1.1 409 Conflict\r\nContent-Length: 100\r\n\r\n{\"code\":")) { Stalls = true };
        yield return new(Chapter, "stalls during a chunk", peer => SendAndHoldAsync(peer, ChunkedHead + "10\r\n{")) { Stalls = true };
        yield return new(Chapter, "sends endless headers byte by byte", peer => SendAndDripAsync(peer, "HTTP/1.1 200 OK\r\nX-Odd: ", 'x')) { Stalls = true };
        yield return new(Chapter, "sends an endless body byte by byte", peer => SendAndDripAsync(peer, "HTTP/1.1 200 OK\r\n\r\n", ' ')) { Stalls = true };
    }

    private const string ChunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static string Head(Peer peer) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(peer.Json)}\r\n\r\n";

    private static string Half(Peer peer) => peer.Json[..(peer.Json.Length / 2)];

    private static Task Nothing(Peer peer) => Task.CompletedTask;

    private static async Task SendAndCloseAsync(Peer peer, string text)
    {
        await peer.SendAsync(text);
        await peer.CloseAsync();
    }

    private static async Task SendAndResetAsync(Peer peer, string text)
    {
        await peer.SendAsync(text);
        await peer.ResetAsync();
    }

    private static async Task SendAndHoldAsync(Peer peer, string text)
    {
        await peer.SendAsync(text);
        await peer.HoldAsync();
    }

    private static async Task SendAndDripAsync(Peer peer, string text, char drip)
    {
        await peer.SendAsync(text);
        await peer.DripAsync(drip);
    }

    // Until the client closes the connection.
    private static async Task FloodAsync(Peer peer, string text, string more)
    {
        var bytes = Encoding.Latin1.GetBytes(more);
        await peer.SendAsync(text);
        while (true)
        {
            await peer.SendAsync(bytes);
        }
    }
}

using System.IO.Compression;
using System.Text;

namespace Verifik.Tests.Faults.Matrix;

// Faults of the body: its length, compression, size and encoding.
internal static partial class FaultTable
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Lazy<byte[]> GzipBomb = new(() =>
    {
        // A gzip file can have several members.
        var member = Compressed([new byte[16 * Megabyte]], stream => new GZipStream(stream, CompressionLevel.Fastest));
        return [.. Enumerable.Repeat(member, 64).SelectMany(part => part)];
    });

    private static readonly Lazy<byte[]> BrotliBomb = new(() =>
        Compressed(Enumerable.Repeat(new byte[Megabyte], 100), stream => new BrotliStream(stream, CompressionLevel.Fastest)));

    private static IEnumerable<Fault> Framing()
    {
        const string Chapter = "Content-Length and chunks";
        yield return new(Chapter, "sends the correct Content-Length", peer => peer.AnswerAsync("200 OK", peer.Json));
        yield return new(Chapter, "sends no Content-Length and closes the connection", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a Content-Length that is too large, and closes the connection", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a Content-Length that is too small", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: {peer.Json.Length / 2}\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a Content-Length of 0", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a negative or non-numeric Content-Length", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a negative or non-numeric Content-Length", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends two different Content-Length headers", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: {peer.Json.Length}\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "sends a Content-Length of 200 MB", peer => SendAndHoldAsync(peer, "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n"));
        yield return new(Chapter, "sends a Content-Length that exceeds 64 bits", peer => SendAndCloseAsync(peer, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n"));
        yield return new(Chapter, "sends chunks", peer => peer.SendAsync(ChunkedHead + Chunks(peer.Json) + "0\r\n\r\n"));
        yield return new(Chapter, "sends chunks with extensions and trailers", peer => peer.SendAsync(ChunkedHead + Chunks(peer.Json).Replace("\r\n{", ";odd=1\r\n{", StringComparison.Ordinal) + "0\r\nX-Odd: 1\r\n\r\n"));
        yield return new(Chapter, "sends chunks and a Content-Length", peer => peer.SendAsync(ChunkedHead.Replace("\r\n\r\n", "\r\nContent-Length: 5\r\n\r\n", StringComparison.Ordinal) + Chunks(peer.Json) + "0\r\n\r\n"));
        yield return new(Chapter, "sends a chunk with a non-numeric size", peer => SendAndCloseAsync(peer, ChunkedHead + "many\r\n" + peer.Json));
        yield return new(Chapter, "sends a chunk that is longer than its declared size", peer => SendAndCloseAsync(peer, ChunkedHead + "5\r\n" + peer.Json + "\r\n0\r\n\r\n"));
        yield return new(Chapter, "closes the connection during a chunk", peer => SendAndCloseAsync(peer, ChunkedHead + "FFFF\r\n" + peer.Json));
        yield return new(Chapter, "omits the last chunk", peer => SendAndCloseAsync(peer, ChunkedHead + Chunks(peer.Json)));
    }

    private static IEnumerable<Fault> Compression()
    {
        const string Chapter = "Compression (with `AutomaticDecompression`)";
        yield return new(Chapter, "compresses the body with gzip, Brotli or deflate", peer => EncodedAsync(peer, "gzip", Gzip(peer.Json)));
        yield return new(Chapter, "compresses the body with gzip, Brotli or deflate", peer => EncodedAsync(peer, "br", Brotli(peer.Json)));
        yield return new(Chapter, "compresses the body with gzip, Brotli or deflate", peer => EncodedAsync(peer, "deflate", Zlib(peer.Json)));
        yield return new(Chapter, "declares gzip, Brotli or deflate, but does not compress the body", peer => EncodedAsync(peer, "gzip", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "declares gzip, Brotli or deflate, but does not compress the body", peer => EncodedAsync(peer, "br", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "declares gzip, Brotli or deflate, but does not compress the body", peer => EncodedAsync(peer, "deflate", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "corrupts the compressed body", peer => EncodedAsync(peer, "gzip", Damaged(Gzip(peer.Json))));
        yield return new(Chapter, "corrupts the compressed body", peer => EncodedAsync(peer, "br", Damaged(Brotli(peer.Json))));
        yield return new(Chapter, "corrupts the compressed body", peer => EncodedAsync(peer, "deflate", Damaged(Zlib(peer.Json))));
        yield return new(Chapter, "truncates the body compressed with gzip", peer => EncodedAsync(peer, "gzip", Gzip(peer.Json)[..40]));
        yield return new(Chapter, "truncates the body compressed with Brotli", peer => EncodedAsync(peer, "br", Brotli(peer.Json)[..40]));
        yield return new(Chapter, "sends an unknown Content-Encoding", peer => EncodedAsync(peer, "odd", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "corrupts the compressed body of an error", peer => peer.AnswerAsync("409 Conflict", Encoding.UTF8.GetBytes(peer.Json), "Content-Encoding: br\r\n"));
        yield return new(Chapter, "corrupts the compressed body of a 403", peer => peer.AnswerAsync("403 Forbidden", Encoding.UTF8.GetBytes(peer.Json), "Content-Encoding: br\r\n"));
        yield return new(Chapter, "corrupts the compressed body of a 403", peer => peer.AnswerAsync("403 Forbidden", Damaged(Gzip(peer.Json)), "Content-Encoding: gzip\r\n"));
        yield return new(Chapter, "sends a decompression bomb (1 GB of gzip, 100 MB of Brotli)", peer => EncodedAsync(peer, "gzip", GzipBomb.Value));
        yield return new(Chapter, "sends a decompression bomb (1 GB of gzip, 100 MB of Brotli)", peer => EncodedAsync(peer, "br", BrotliBomb.Value));
    }

    private static IEnumerable<Fault> Size()
    {
        const string Chapter = "Size (with the default of 8 MiB)";
        yield return new(Chapter, "sends a body of 7 MB", peer => peer.AnswerAsync("200 OK", peer.Json.PadRight(7 * Megabyte)));
        yield return new(Chapter, "sends a body of 9 MB", async peer =>
        {
            await peer.AnswerAsync("200 OK", peer.Json.PadRight(9 * Megabyte));
            await peer.HoldAsync();
        });
        yield return new(Chapter, "sends 100 MB without a Content-Length", peer => FloodAsync(peer, "HTTP/1.1 200 OK\r\n\r\n", new string(' ', Megabyte)));
        yield return new(Chapter, "sends 100 MB in chunks", peer => FloodAsync(peer, ChunkedHead, "100000\r\n" + new string(' ', Megabyte) + "\r\n"));
        yield return new(Chapter, "sends an error with a body of 100 MB", peer => FloodAsync(peer, "HTTP/1.1 500 Odd\r\n\r\n", new string(' ', Megabyte)));
        yield return new(Chapter, "sends 100,000 nested arrays", peer => peer.AnswerAsync("200 OK", new string('[', 100_000)));
        yield return new(Chapter, "sends 100,000 nested objects in an unknown property", peer => peer.AnswerAsync("200 OK", With(peer.Json, Repeat("{\"a\":", 100_000))));
        yield return new(Chapter, "sends an error with 100,000 nested arrays", peer => peer.AnswerAsync("400 Bad Request", new string('[', 100_000)));
        yield return new(Chapter, "sends a number of 1 MB", peer => peer.AnswerAsync("200 OK", With(peer.Json, new string('9', Megabyte))));
        yield return new(Chapter, "sends a string of 1 MB", peer => peer.AnswerAsync("200 OK", With(peer.Json, $"\"{new string('x', Megabyte)}\"")));
        yield return new(Chapter, "sends 100,000 unknown properties", peer => peer.AnswerAsync("200 OK", "{" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"odd{i}\":{i},")) + peer.Json.TrimStart()[1..]));
    }

    private static IEnumerable<Fault> Text()
    {
        const string Chapter = "Encoding and syntax";
        yield return new(Chapter, "starts the body with a byte order mark", peer => peer.AnswerAsync("200 OK", "\uFEFF" + peer.Json));
        yield return new(Chapter, "sends UTF-16", peer => peer.AnswerAsync("200 OK", Encoding.Unicode.GetBytes(peer.Json)));
        yield return new(Chapter, "sends UTF-16", peer => peer.AnswerAsync("200 OK", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(peer.Json)]));
        yield return new(Chapter, "sends UTF-16", peer => peer.AnswerAsync("200 OK", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(peer.Json)]));
        yield return new(Chapter, "sends invalid UTF-8 in an unknown property", peer => peer.AnswerAsync("200 OK", Encoding.Latin1.GetBytes(With(peer.Json, "\"a\u00ff\u00fe\u00c3\""))));
        yield return new(Chapter, "sends invalid UTF-8 between properties", peer => peer.AnswerAsync("200 OK", Encoding.Latin1.GetBytes(peer.Json.Replace(",", ",\u00ff", StringComparison.Ordinal) + "\u00ff")));
        yield return new(Chapter, "sends a NUL before, in or after the JSON", peer => peer.AnswerAsync("200 OK", "\0" + peer.Json));
        yield return new(Chapter, "sends a NUL before, in or after the JSON", peer => peer.AnswerAsync("200 OK", peer.Json.Replace(":", ":\0", StringComparison.Ordinal)));
        yield return new(Chapter, "sends a NUL before, in or after the JSON", peer => peer.AnswerAsync("200 OK", peer.Json + "\0"));
        yield return new(Chapter, "sends text after the JSON, comments, single quotes or hexadecimal numbers", peer => peer.AnswerAsync("200 OK", peer.Json + "{}"));
        yield return new(Chapter, "sends text after the JSON, comments, single quotes or hexadecimal numbers", peer => peer.AnswerAsync("200 OK", "/* odd */" + peer.Json));
        yield return new(Chapter, "sends text after the JSON, comments, single quotes or hexadecimal numbers", peer => peer.AnswerAsync("200 OK", peer.Json.Replace('"', '\'')));
        yield return new(Chapter, "sends text after the JSON, comments, single quotes or hexadecimal numbers", peer => peer.AnswerAsync("200 OK", With(peer.Json, "0x1F")));
        yield return new(Chapter, "returns HTML", peer => peer.AnswerAsync("200 OK", "<!doctype html><title>Hotel Wi-Fi</title>"));
        yield return new(Chapter, "returns an empty body", peer => peer.AnswerAsync("200 OK", ""));
        yield return new(Chapter, "returns only whitespace", peer => peer.AnswerAsync("200 OK", " \r\n"));
        yield return new(Chapter, "truncates the JSON", peer => peer.AnswerAsync("200 OK", Half(peer)));
    }

    // Adds an unknown property before the others.
    private static string With(string json, string value) => "{\"odd\":" + value + "," + json.TrimStart()[1..];

    private static string Chunks(string text) => string.Concat(text.Chunk(50).Select(part => $"{part.Length:X}\r\n{new string(part)}\r\n"));

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static Task EncodedAsync(Peer peer, string encoding, byte[] body) => peer.AnswerAsync("200 OK", body, $"Content-Encoding: {encoding}\r\n");

    private static byte[] Gzip(string text) => Compressed(text, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(string text) => Compressed(text, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Zlib(string text) => Compressed(text, stream => new ZLibStream(stream, CompressionLevel.Fastest));

    private static byte[] Compressed(string text, Func<Stream, Stream> compress) => Compressed([Encoding.UTF8.GetBytes(text)], compress);

    private static byte[] Compressed(IEnumerable<byte[]> parts, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream();
        using (var stream = compress(compressed))
        {
            foreach (var part in parts)
            {
                stream.Write(part);
            }
        }

        return compressed.ToArray();
    }

    private static byte[] Damaged(byte[] compressed) => [.. compressed.Select((value, index) => index < 12 ? value : (byte)(value ^ 0xA5))];
}

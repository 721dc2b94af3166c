using System.IO.Compression;
using System.Text;

namespace Verifik.Tests.Faults.Matrix;

// What is wrong with the body: its length, its compression, its size, its text.
internal static partial class FaultTable
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Lazy<byte[]> GzipBomb = new(() =>
    {
        // Members of gzip may follow each other.
        var member = Compressed([new byte[16 * Megabyte]], stream => new GZipStream(stream, CompressionLevel.Fastest));
        return [.. Enumerable.Repeat(member, 64).SelectMany(part => part)];
    });

    private static readonly Lazy<byte[]> BrotliBomb = new(() =>
        Compressed(Enumerable.Repeat(new byte[Megabyte], 100), stream => new BrotliStream(stream, CompressionLevel.Fastest)));

    private static IEnumerable<Fault> Framing()
    {
        const string Chapter = "The length of the body";
        yield return new(Chapter, "declares the right length", peer => peer.AnswerAsync("200 OK", peer.Json));
        yield return new(Chapter, "declares no length and closes the connection", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a greater length and closes the connection", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a smaller length", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: {peer.Json.Length / 2}\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a length of 0", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a length below 0, or none that is a number", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a length below 0, or none that is a number", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares two lengths", peer => SendAndCloseAsync(peer, $"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: {peer.Json.Length}\r\n\r\n{peer.Json}"));
        yield return new(Chapter, "declares a length of 200 MB", peer => SendAndHoldAsync(peer, "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n"));
        yield return new(Chapter, "declares a length beyond 64 bits", peer => SendAndCloseAsync(peer, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n"));
        yield return new(Chapter, "sends chunks", peer => peer.SendAsync(ChunkedHead + Chunks(peer.Json) + "0\r\n\r\n"));
        yield return new(Chapter, "sends chunks with extensions, and headers after them", peer => peer.SendAsync(ChunkedHead + Chunks(peer.Json).Replace("\r\n{", ";odd=1\r\n{", StringComparison.Ordinal) + "0\r\nX-Odd: 1\r\n\r\n"));
        yield return new(Chapter, "sends chunks and a length", peer => peer.SendAsync(ChunkedHead.Replace("\r\n\r\n", "\r\nContent-Length: 5\r\n\r\n", StringComparison.Ordinal) + Chunks(peer.Json) + "0\r\n\r\n"));
        yield return new(Chapter, "sends a chunk whose size is no number", peer => SendAndCloseAsync(peer, ChunkedHead + "many\r\n" + peer.Json));
        yield return new(Chapter, "sends a chunk that is longer than its size", peer => SendAndCloseAsync(peer, ChunkedHead + "5\r\n" + peer.Json + "\r\n0\r\n\r\n"));
        yield return new(Chapter, "sends a chunk and closes the connection in it", peer => SendAndCloseAsync(peer, ChunkedHead + "FFFF\r\n" + peer.Json));
        yield return new(Chapter, "sends all chunks but the last", peer => SendAndCloseAsync(peer, ChunkedHead + Chunks(peer.Json)));
    }

    private static IEnumerable<Fault> Compression()
    {
        const string Chapter = "Compression (with `AutomaticDecompression`)";
        yield return new(Chapter, "compresses with gzip, Brotli or deflate", peer => EncodedAsync(peer, "gzip", Gzip(peer.Json)));
        yield return new(Chapter, "compresses with gzip, Brotli or deflate", peer => EncodedAsync(peer, "br", Brotli(peer.Json)));
        yield return new(Chapter, "compresses with gzip, Brotli or deflate", peer => EncodedAsync(peer, "deflate", Zlib(peer.Json)));
        yield return new(Chapter, "says gzip, Brotli or deflate and does not compress", peer => EncodedAsync(peer, "gzip", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "says gzip, Brotli or deflate and does not compress", peer => EncodedAsync(peer, "br", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "says gzip, Brotli or deflate and does not compress", peer => EncodedAsync(peer, "deflate", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "damages what it has compressed", peer => EncodedAsync(peer, "gzip", Damaged(Gzip(peer.Json))));
        yield return new(Chapter, "damages what it has compressed", peer => EncodedAsync(peer, "br", Damaged(Brotli(peer.Json))));
        yield return new(Chapter, "damages what it has compressed", peer => EncodedAsync(peer, "deflate", Damaged(Zlib(peer.Json))));
        yield return new(Chapter, "cuts off what it has compressed", peer => EncodedAsync(peer, "gzip", Gzip(peer.Json)[..40]));
        yield return new(Chapter, "cuts off what it has compressed", peer => EncodedAsync(peer, "br", Brotli(peer.Json)[..40]));
        yield return new(Chapter, "says an encoding that nobody knows", peer => EncodedAsync(peer, "odd", Encoding.UTF8.GetBytes(peer.Json)));
        yield return new(Chapter, "damages the compressed body of an error", peer => peer.AnswerAsync("409 Conflict", Encoding.UTF8.GetBytes(peer.Json), "Content-Encoding: br\r\n"));
        yield return new(Chapter, "damages the compressed body of a 403", peer => peer.AnswerAsync("403 Forbidden", Encoding.UTF8.GetBytes(peer.Json), "Content-Encoding: br\r\n"));
        yield return new(Chapter, "damages the compressed body of a 403", peer => peer.AnswerAsync("403 Forbidden", Damaged(Gzip(peer.Json)), "Content-Encoding: gzip\r\n"));
        yield return new(Chapter, "sends a bomb: 1 GB of gzip, 100 MB of Brotli", peer => EncodedAsync(peer, "gzip", GzipBomb.Value));
        yield return new(Chapter, "sends a bomb: 1 GB of gzip, 100 MB of Brotli", peer => EncodedAsync(peer, "br", BrotliBomb.Value));
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
        yield return new(Chapter, "sends 100 MB without a length", peer => FloodAsync(peer, "HTTP/1.1 200 OK\r\n\r\n", new string(' ', Megabyte)));
        yield return new(Chapter, "sends 100 MB in chunks", peer => FloodAsync(peer, ChunkedHead, "100000\r\n" + new string(' ', Megabyte) + "\r\n"));
        yield return new(Chapter, "sends 100 MB with an error", peer => FloodAsync(peer, "HTTP/1.1 500 Odd\r\n\r\n", new string(' ', Megabyte)));
        yield return new(Chapter, "sends 100,000 levels of lists", peer => peer.AnswerAsync("200 OK", new string('[', 100_000)));
        yield return new(Chapter, "sends 100,000 levels of objects, in a field that nobody knows", peer => peer.AnswerAsync("200 OK", With(peer.Json, Repeat("{\"a\":", 100_000))));
        yield return new(Chapter, "sends 100,000 levels with an error", peer => peer.AnswerAsync("400 Bad Request", new string('[', 100_000)));
        yield return new(Chapter, "sends a number of 1 MB", peer => peer.AnswerAsync("200 OK", With(peer.Json, new string('9', Megabyte))));
        yield return new(Chapter, "sends a text of 1 MB", peer => peer.AnswerAsync("200 OK", With(peer.Json, $"\"{new string('x', Megabyte)}\"")));
        yield return new(Chapter, "sends 100,000 fields that nobody knows", peer => peer.AnswerAsync("200 OK", "{" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"odd{i}\":{i},")) + peer.Json.TrimStart()[1..]));
    }

    private static IEnumerable<Fault> Text()
    {
        const string Chapter = "Text";
        yield return new(Chapter, "begins with a byte order mark", peer => peer.AnswerAsync("200 OK", "\uFEFF" + peer.Json));
        yield return new(Chapter, "writes UTF-16", peer => peer.AnswerAsync("200 OK", Encoding.Unicode.GetBytes(peer.Json)));
        yield return new(Chapter, "writes UTF-16", peer => peer.AnswerAsync("200 OK", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(peer.Json)]));
        yield return new(Chapter, "writes UTF-16", peer => peer.AnswerAsync("200 OK", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(peer.Json)]));
        yield return new(Chapter, "writes bytes that are no UTF-8 into a text that is not needed", peer => peer.AnswerAsync("200 OK", Encoding.Latin1.GetBytes(With(peer.Json, "\"a\u00ff\u00fe\u00c3\""))));
        yield return new(Chapter, "writes bytes that are no UTF-8 between the fields", peer => peer.AnswerAsync("200 OK", Encoding.Latin1.GetBytes(peer.Json.Replace(",", ",\u00ff", StringComparison.Ordinal) + "\u00ff")));
        yield return new(Chapter, "writes a NUL before, in or behind the JSON", peer => peer.AnswerAsync("200 OK", "\0" + peer.Json));
        yield return new(Chapter, "writes a NUL before, in or behind the JSON", peer => peer.AnswerAsync("200 OK", peer.Json.Replace(":", ":\0", StringComparison.Ordinal)));
        yield return new(Chapter, "writes a NUL before, in or behind the JSON", peer => peer.AnswerAsync("200 OK", peer.Json + "\0"));
        yield return new(Chapter, "writes text behind the JSON, comments, single quotes or numbers in other bases", peer => peer.AnswerAsync("200 OK", peer.Json + "{}"));
        yield return new(Chapter, "writes text behind the JSON, comments, single quotes or numbers in other bases", peer => peer.AnswerAsync("200 OK", "/* odd */" + peer.Json));
        yield return new(Chapter, "writes text behind the JSON, comments, single quotes or numbers in other bases", peer => peer.AnswerAsync("200 OK", peer.Json.Replace('"', '\'')));
        yield return new(Chapter, "writes text behind the JSON, comments, single quotes or numbers in other bases", peer => peer.AnswerAsync("200 OK", With(peer.Json, "0x1F")));
        yield return new(Chapter, "answers with HTML", peer => peer.AnswerAsync("200 OK", "<!doctype html><title>Hotel Wi-Fi</title>"));
        yield return new(Chapter, "answers with nothing", peer => peer.AnswerAsync("200 OK", ""));
        yield return new(Chapter, "answers with blanks", peer => peer.AnswerAsync("200 OK", " \r\n"));
        yield return new(Chapter, "cuts the JSON off", peer => peer.AnswerAsync("200 OK", Half(peer)));
    }

    // A field that nobody knows, before the others.
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

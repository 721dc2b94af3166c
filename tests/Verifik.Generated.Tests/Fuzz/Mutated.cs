using System.Text;
using CsCheck;
using Newtonsoft.Json;

namespace Verifik.Tests.Fuzz;

/// <summary>Valid input with a few mutations, and random input.</summary>
internal static class Mutated
{
    // Text that replaces a value, or is inserted anywhere.
    private static readonly string[] Scraps =
    [
        "null", "true", "0", "-1", "1e999", "1E400", "-0.0", "0x1F", "NaN", "Infinity", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "253402300800", "1717000000000", "79228162514264337593543950336", "00", "1.", "'x'", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\x\"", "\"2024-05-29T03:41:27.009Z\"", "\"/Date(0)/\"", "\"é😀\u2028\"", "{}", "[]", "{\"\":{}}", "[[[[]]]]", "{\"$type\":\"System.Object\"}",
        "//", "/* */", ",", ":", "{", "}", "[", "]", "\"", "\\", "\0", "\uFEFF", "undefined", "new Date(0)", "\t", "\r\n",
        new('[', 3000), new('9', 3000), string.Concat(Enumerable.Repeat("{\"a\":", 200)),
    ];

    private static readonly Gen<Func<byte[], byte[]>> Edit = Gen.Select(
        Gen.Int[0, 6], Gen.Double.Unit, Gen.Int[1, 24], Gen.Int[0, Scraps.Length - 1], Gen.Byte, Mutate);

    /// <summary>One of the texts, with one to four mutations.</summary>
    public static Gen<byte[]> Of(params string[] texts) => Of(texts.Select(Encoding.UTF8.GetBytes).ToArray());

    /// <inheritdoc cref="Of(string[])"/>
    public static Gen<byte[]> Of(params byte[][] contents) => Gen.Select(
        Gen.Int[0, contents.Length - 1], Edit.Array[1, 4], (content, edits) => edits.Aggregate(contents[content], (bytes, edit) => edit(bytes)));

    /// <summary>Random bytes, and random sequences of scraps.</summary>
    public static Gen<byte[]> Noise() => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.Int[0, Scraps.Length - 1].Array[0, 8].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => Scraps[part])))));

    /// <summary>The bytes as a JSON string.</summary>
    public static string Print(byte[] content) => JsonConvert.ToString(Encoding.Latin1.GetString(content));

    private static Func<byte[], byte[]> Mutate(int kind, double place, int length, int scrap, byte value) => bytes =>
    {
        var at = (int)(place * bytes.Length);
        var end = Math.Min(bytes.Length, at + length);
        var text = Encoding.UTF8.GetBytes(Scraps[scrap]);
        return kind switch
        {
            0 => [.. bytes[..at], value, .. bytes[Math.Min(bytes.Length, at + 1)..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], .. text, .. bytes[at..]],
            4 => [.. bytes[..StartOfValue(bytes, at)], .. text, .. bytes[EndOfValue(bytes, at)..]],
            5 => bytes[..at],
            _ => [.. bytes[..at], value, .. bytes[at..]],
        };
    };

    private static int StartOfValue(byte[] bytes, int at)
    {
        while (at > 0 && !IsDelimiter(bytes[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int EndOfValue(byte[] bytes, int at)
    {
        while (at < bytes.Length && !IsDelimiter(bytes[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsDelimiter(byte value) => value is (byte)',' or (byte)':' or (byte)'{' or (byte)'}' or (byte)'[' or (byte)']';
}

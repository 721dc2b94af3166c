using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>UTF-8 to the objects of the contract and back, over pooled buffers.</summary>
internal static class JsonText
{
    /// <summary>Reads one object; <see langword="null"/> where the text is <c>null</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON, is cut short, or lacks what the contract requires.</exception>
    public static T? Read<T>(ArraySegment<byte> utf8, Func<ResponseReader, T> read)
        where T : class
    {
        try
        {
            using var reader = new ResponseReader(new Utf8Reader(utf8));
            return reader.ReadRoot(read);
        }
        catch (JsonException)
        {
            using var reader = new ResponseReader(TextOf(utf8));
            return reader.ReadRoot(read);
        }
    }

    /// <summary>Reads one value that is no object.</summary>
    /// <inheritdoc cref="Read"/>
    public static T ReadValue<T>(ArraySegment<byte> utf8, Func<ResponseReader, T> read)
    {
        try
        {
            using var reader = new ResponseReader(new Utf8Reader(utf8));
            return read(reader);
        }
        catch (JsonException)
        {
            using var reader = new ResponseReader(TextOf(utf8));
            return read(reader);
        }
    }

    public static byte[] Write(IRequestBody body) => Write(body, static (writer, body) => body.WriteJson(writer));

    public static byte[] Write<T>(T body, Action<JsonWriter, T> write)
    {
        using var text = Utf8Writer.Rent();
        using var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Shared, AutoCompleteOnClose = false, CloseOutput = false };
        write(writer, body);
        return text.ToArray();
    }

    private static string TextOf(ArraySegment<byte> utf8)
    {
        using var reader = new Utf8Reader(utf8);
        return reader.ReadToEnd();
    }
}

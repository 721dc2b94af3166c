using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Reads and writes the objects of the contract as UTF-8 JSON, with pooled buffers.</summary>
internal static class JsonText
{
    /// <summary>Reads one object; <see langword="null"/> if the text is <c>null</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON, is truncated, or lacks a property that the contract requires.</exception>
    public static T? Read<T>(ArraySegment<byte> utf8, Func<ResponseReader, T> read)
        where T : class => ReadAll(utf8, read, static (reader, read) => reader.ReadRoot(read));

    /// <summary>Reads one value that is not an object.</summary>
    /// <inheritdoc cref="Read"/>
    public static T ReadValue<T>(ArraySegment<byte> utf8, Func<ResponseReader, T> read) => ReadAll(utf8, read, static (reader, read) => read(reader));

    public static byte[] Write(IRequestBody body) => Write(body, static (writer, body) => body.WriteJson(writer));

    public static byte[] Write<T>(T body, Action<JsonWriter, T> write)
    {
        using var text = Utf8Writer.Rent();
        using var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Shared, AutoCompleteOnClose = false, CloseOutput = false };
        write(writer, body);
        return text.ToArray();
    }

    private static TResult ReadAll<T, TResult>(ArraySegment<byte> utf8, Func<ResponseReader, T> read, Func<ResponseReader, Func<ResponseReader, T>, TResult> readRoot)
    {
        using var text = new Utf8Text(utf8);
        try
        {
            return ReadOnce(keepsShapes: false);
        }
        catch (JsonException exception) when (exception is not JsonReaderException)
        {
            return ReadOnce(keepsShapes: true);
        }

        TResult ReadOnce(bool keepsShapes)
        {
            using var reader = new ResponseReader(text.Characters, text.Start, text.End, keepsShapes);
            var result = readRoot(reader, read);
            reader.ReadEnd();
            return result;
        }
    }
}

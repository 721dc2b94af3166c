using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>UTF-8 to the objects of the contract and back, over pooled buffers.</summary>
internal static class JsonText
{
    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The text is not JSON, is cut short, or does not fit the contract.</exception>
    public static T? Read<T>(ArraySegment<byte> utf8, Func<JsonReader, T> read)
        where T : class
    {
        using var reader = new JsonTextReader(new Utf8Reader(utf8))
        {
            ArrayPool = CharPool.Shared,
            PropertyNameTable = PropertyNames.Shared,
            DateParseHandling = DateParseHandling.DateTimeOffset,
        };
        return reader.ReadObject(read);
    }

    public static byte[] Write(IRequestBody body)
    {
        using var text = new Utf8Writer();
        using var writer = new JsonTextWriter(text) { ArrayPool = CharPool.Shared, AutoCompleteOnClose = false };
        body.WriteJson(writer);
        return text.ToArray();
    }
}

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>What the generated code reads a response with, beside what <see cref="JsonReader"/> has.</summary>
internal static class JsonReading
{
    /// <summary>The next property of the object that the reader is in; <see langword="null"/> at its end.</summary>
    public static string? ReadPropertyName(this JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonToken.PropertyName => (string)reader.Value!,
            JsonToken.EndObject => null,
            _ => throw Unexpected(reader, "a property"),
        };
    }

    /// <summary>
    /// An object, or <see langword="null"/> where the JSON has null or an empty text, which Newtonsoft takes for it too.
    /// </summary>
    public static T? ReadObject<T>(this JsonReader reader, Func<JsonReader, T> read)
        where T : class
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonToken.StartObject => read(reader),
            JsonToken.Null => null,
            JsonToken.String when reader.Value is "" => null,
            _ => throw Unexpected(reader, "an object"),
        };
    }

    public static IReadOnlyList<T>? ReadObjects<T>(this JsonReader reader, Func<JsonReader, T> read)
        where T : class
    {
        if (!StartsArray(reader))
        {
            return null;
        }

        var items = new List<T>();
        while (Next(reader))
        {
            items.Add(reader.TokenType == JsonToken.StartObject ? read(reader) : throw Unexpected(reader, "an object"));
        }

        return items;
    }

    public static IReadOnlyList<string>? ReadStrings(this JsonReader reader)
    {
        if (!StartsArray(reader))
        {
            return null;
        }

        var items = new List<string>();
        while (reader.ReadAsString() is { } item)
        {
            items.Add(item);
        }

        return reader.TokenType == JsonToken.EndArray ? items : throw Unexpected(reader, "a string");
    }

    public static long? ReadAsInt64(this JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonToken.Integer when reader.Value is long value => value,
            JsonToken.String when long.TryParse((string?)reader.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) => value,
            JsonToken.Null => null,
            _ => throw Unexpected(reader, "an integer of 64 bits"),
        };
    }

    /// <summary>What the contract does not list, as it came: text that looks like a date stays text.</summary>
    public static JToken ReadAdditional(this JsonReader reader)
    {
        var dates = reader.DateParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        reader.Read();
        var token = JToken.ReadFrom(reader);
        reader.DateParseHandling = dates;
        return token;
    }

    private static bool StartsArray(JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonToken.StartArray => true,
            JsonToken.Null => false,
            JsonToken.String when reader.Value is "" => false,
            _ => throw Unexpected(reader, "an array"),
        };
    }

    private static bool Next(JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonToken.EndArray => false,
            JsonToken.None => throw Unexpected(reader, "the end of an array"),
            _ => true,
        };
    }

    private static JsonReaderException Unexpected(JsonReader reader, string expected)
    {
        var position = reader as IJsonLineInfo;
        var (line, column) = (position?.LineNumber ?? 0, position?.LinePosition ?? 0);
        return new JsonReaderException($"Expected {expected}.", "", line, column, null);
    }
}

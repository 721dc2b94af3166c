using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>What the generated code writes a request with. A property without a value is left out.</summary>
internal static class JsonWriting
{
    public static void WriteProperty(this JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(flag);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(time);
        }
    }

#if NET
    public static void WriteProperty(this JsonWriter writer, string name, DateOnly? value)
#else
    public static void WriteProperty(this JsonWriter writer, string name, DateTime? value)
#endif
    {
        if (value is { } date)
        {
            writer.WritePropertyName(name);
            writer.WriteDate(date);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, byte[]? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, JToken? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteTree(value);
        }
    }

    public static void WriteProperty(this JsonWriter writer, string name, IRequestBody? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteJson(writer);
        }
    }

    /// <summary>Writes null where the contract requires a property that may be null.</summary>
    public static void WriteNull(this JsonWriter writer, string name, bool when)
    {
        if (when)
        {
            writer.WritePropertyName(name);
            writer.WriteNull();
        }
    }

    public static void WriteList<T>(this JsonWriter writer, string name, IReadOnlyList<T>? items, Action<JsonWriter, T> write)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteList(items, write);
        }
    }

    public static void WriteList<T>(this JsonWriter writer, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static void WriteMap<T>(this JsonWriter writer, string name, IDictionary<string, T>? entries, Action<JsonWriter, T> write)
    {
        if (entries is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteMap(entries, write);
        }
    }

    public static void WriteMap<T>(this JsonWriter writer, IDictionary<string, T> entries, Action<JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var entry in entries)
        {
            writer.WritePropertyName(entry.Key);
            write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes back what was read and the contract does not list, or lists in another shape. A property that has a value of
    /// its own, or that is not sent, is not written from there.
    /// </summary>
    public static void WriteAdditional(this JsonWriter writer, IDictionary<string, JToken> entries, params (string Name, bool IsTaken)[] properties)
    {
        foreach (var entry in entries.Where(entry => !properties.Contains((entry.Key, true))))
        {
            writer.WritePropertyName(entry.Key);
            writer.WriteTree(entry.Value);
        }
    }

    public static void WriteObject(this JsonWriter writer, IRequestBody value) => value.WriteJson(writer);

#if NET
    public static void WriteDate(this JsonWriter writer, DateOnly value) =>
#else
    public static void WriteDate(this JsonWriter writer, DateTime value) =>
#endif
        writer.WriteValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>What the generated code writes a request with. A property without a value is left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWriting
{
    /// <summary>Writes a property, unless it has no value.</summary>
    public static void WriteProperty(this JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(flag);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(time);
        }
    }

#if NET
    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, DateOnly? value)
    {
        if (value is { } date)
        {
            writer.WritePropertyName(name);
            writer.WriteDate(date);
        }
    }

#endif
    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } date)
        {
            writer.WritePropertyName(name);
            writer.WriteDate(date);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, byte[]? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
    public static void WriteProperty(this JsonWriter writer, string name, JToken? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteTree(value);
        }
    }

    /// <inheritdoc cref="WriteProperty(JsonWriter, string, string?)"/>
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

    /// <summary>Writes a property that is a list, unless it has no value.</summary>
    public static void WriteList<T>(this JsonWriter writer, string name, IReadOnlyList<T>? items, Action<JsonWriter, T> write)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteList(items, write);
        }
    }

    /// <summary>Writes a list.</summary>
    public static void WriteList<T>(this JsonWriter writer, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a property that is a map, unless it has no value.</summary>
    public static void WriteMap<T>(this JsonWriter writer, string name, IDictionary<string, T>? entries, Action<JsonWriter, T> write)
    {
        if (entries is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteMap(entries, write);
        }
    }

    /// <summary>Writes a map.</summary>
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

    /// <summary>Writes an object.</summary>
    public static void WriteObject(this JsonWriter writer, IRequestBody value) => value.WriteJson(writer);

#if NET
    /// <summary>Writes a date as RFC 3339 does.</summary>
    public static void WriteDate(this JsonWriter writer, DateOnly value) =>
        writer.WriteValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

#endif
    /// <summary>Writes a date as RFC 3339 does.</summary>
    public static void WriteDate(this JsonWriter writer, DateTime value) =>
        writer.WriteValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>Extension methods with which the generated code writes a request. A property without a value is omitted.</summary>
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

    /// <summary>Writes null for a property that the contract requires and that may be null.</summary>
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

    /// <summary>Writes a property that is a dictionary, unless it has no value.</summary>
    public static void WriteMap<T>(this JsonWriter writer, string name, IDictionary<string, T>? entries, Action<JsonWriter, T> write)
    {
        if (entries is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteMap(entries, write);
        }
    }

    /// <summary>Writes a dictionary.</summary>
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
    /// Writes the additional properties that were read: those that the contract does not list, or lists with another
    /// type. Properties that have a value, and properties that are not sent, are skipped.
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

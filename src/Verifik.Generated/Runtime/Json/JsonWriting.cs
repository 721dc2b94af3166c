using Newtonsoft.Json;

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

    public static void WriteProperty(this JsonWriter writer, string name, IRequestBody? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteJson(writer);
        }
    }
}

using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>Writes YAML values as JSON. Numbers keep their digits.</summary>
internal static class JsonValues
{
    /// <summary>
    /// The prefix of a string in an extension: NSwag's reader would convert a string that looks like a date and change
    /// its format. The templates remove the prefix.
    /// </summary>
    public const string TextMark = "=";

    public static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var value in mapping.Values)
                {
                    json.WritePropertyName(value.Key);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case YamlSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case YamlScalar { Kind: ScalarKind.Text } text:
                json.WriteStringValue(text.Text);
                break;
            case YamlScalar { Kind: ScalarKind.Null }:
                json.WriteNullValue();
                break;
            case YamlScalar scalar:
                json.WriteRawValue(scalar.Text);
                break;
        }
    }

    /// <summary>Writes the strings of a mapping under some keys.</summary>
    public static void WriteTexts(Utf8JsonWriter json, YamlMapping? node, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (node?.Text(key) is { } text)
            {
                json.WriteString(key, text);
            }
        }
    }
}

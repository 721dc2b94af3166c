using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A value of YAML as JSON. A number keeps its digits.</summary>
internal static class JsonValues
{
    /// <summary>
    /// What a text of an extension begins with, where an author may write anything: NSwag's reader makes a time of one that
    /// looks like it, and prints that in another form. The templates take it off.
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

    /// <summary>The texts that a mapping has under some keys.</summary>
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

using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>Writes the schemas of the lowered contract: the named types, and the schemas of the places where types are used.</summary>
internal sealed partial class LoweredSchemas(Composition composition, Utf8JsonWriter json)
{
    // The constraints of a schema, in the order in which they are written.
    private static readonly string[] Constraints =
    [
        "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems",
    ];

    private static readonly string[] OfThePlace = ["readOnly", "writeOnly", "deprecated", "default", "x-secret"];

    /// <summary>Writes the schema of a place where a type is used.</summary>
    public void WriteUse(LoweredType type, bool isProperty)
    {
        json.WriteStartObject();
        WriteUseInside(type, isProperty);
        json.WriteEndObject();
    }

    private void WriteUseInside(LoweredType type, bool isProperty)
    {
        var schema = type.Schema;
        if (type.Declared is { } declared)
        {
            WriteReference(declared.Name, isProperty);
        }
        else
        {
            WriteInline(type);
        }

        if (type.Declared is not null && !isProperty)
        {
            return;
        }

        if (schema.IsNullable)
        {
            json.WriteBoolean("nullable", true);
        }

        foreach (var (key, value) in OfThePlace.Where(schema.Has).Select(key => (key, schema[key]!)))
        {
            if (key == "default" ? value is not YamlScalar { Kind: ScalarKind.Null } : value is not YamlScalar { Kind: ScalarKind.Boolean, Text: "false" })
            {
                json.WritePropertyName(key);
                JsonValues.Write(json, value);
            }
        }
    }

    // OpenAPI 3.0 readers ignore keys next to $ref, so allOf is written if there are any.
    private void WriteReference(string name, bool isProperty)
    {
        if (isProperty)
        {
            json.WriteStartArray("allOf");
            json.WriteStartObject();
        }

        json.WriteString("$ref", "#/components/schemas/" + name);
        if (isProperty)
        {
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private void WriteInline(LoweredType type)
    {
        var schema = type.Schema;
        var written = type.Kind == TypeKind.Map ? "object" : type.Kind == TypeKind.Any ? null : schema.Type;
        if (written is not null)
        {
            json.WriteString("type", written);
        }

        if (type.Kind != TypeKind.Any && schema.Text("format") is { } format)
        {
            json.WriteString("format", format);
        }

        if (type.Kind is TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal && schema["enum"] is { } values)
        {
            json.WritePropertyName("enum");
            JsonValues.Write(json, values);
        }

        foreach (var key in Constraints.Where(key => type.Kind != TypeKind.Any && schema.Has(key)))
        {
            json.WritePropertyName(key);
            JsonValues.Write(json, schema[key]!);
        }

        if (type.Item is { } item)
        {
            json.WritePropertyName(type.Kind == TypeKind.List ? "items" : "additionalProperties");
            WriteUse(item, isProperty: false);
        }
    }
}

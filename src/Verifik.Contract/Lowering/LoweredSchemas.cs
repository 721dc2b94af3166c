using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>Writes the schemas of the lowered contract: its types with names, and what stands where they are used.</summary>
internal sealed class LoweredSchemas(Composition composition, Utf8JsonWriter json)
{
    // What a schema may say beside its type, in the order in which it is written.
    private static readonly string[] Constraints =
    [
        "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems",
    ];

    private static readonly string[] OfThePlace = ["readOnly", "writeOnly", "deprecated", "default", "x-secret"];

    /// <summary>A type with a name, under it.</summary>
    public void WriteType(NamedType type)
    {
        json.WriteStartObject(type.Name);
        JsonValues.WriteTexts(json, type.Node, "description");
        json.WriteString("type", type.Kind == TypeKind.Enum ? "string" : "object");
        if (type.Schema.Is("deprecated"))
        {
            json.WriteBoolean("deprecated", true);
        }

        if (type.Kind == TypeKind.Enum)
        {
            WriteEnum(type);
        }
        else
        {
            WriteObject(type);
        }

        json.WriteEndObject();
    }

    /// <summary>The schema of a place where a type is used.</summary>
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

    // A reader of OpenAPI 3.0 ignores what stands beside a bare reference.
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

    private void WriteEnum(NamedType type)
    {
        var members = EnumMembers.Of(type.Schema).Select(member => (member.Value.Text, Name: member.Name ?? "")).ToList();
        json.WriteStartArray("enum");
        members.ForEach(member => json.WriteStringValue(member.Text));
        json.WriteEndArray();
        json.WriteStartArray("x-enumNames");
        members.ForEach(member => json.WriteStringValue(member.Name));
        json.WriteEndArray();
        json.WriteStartArray("x-members");
        foreach (var (text, name) in members)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteObject(NamedType type)
    {
        if (type.IsWritten && !type.IsRead)
        {
            json.WriteBoolean("additionalProperties", false);
        }

        var members = type.Members.ToList();
        if (members.Any(member => member.IsRequired))
        {
            json.WriteStartArray("required");
            members.Where(member => member.IsRequired).ToList().ForEach(member => json.WriteStringValue(member.Node.Key));
            json.WriteEndArray();
        }

        if (members.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var member in members)
            {
                json.WriteStartObject(member.Node.Key);
                WriteDescription(member.Type);
                WriteUseInside(member.Type, isProperty: true);
                json.WriteString("x-csharp-name", member.Name);
                TypeExtension.Write(json, member, type);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (type.IsWritten)
        {
            json.WriteBoolean("x-writes", true);
        }

        if (type.IsRead)
        {
            json.WriteBoolean("x-reads", true);
        }
    }

    private void WriteDescription(LoweredType type)
    {
        var own = type.Schema.Text("description")?.TrimEnd() ?? "";
        var alternatives = type.Kind == TypeKind.Any ? string.Join("; ", type.Schema.Alternatives.Select(Describe)) : "";
        var text = alternatives.Length == 0 ? type.Schema.Text("description") : $"{own}{(own.Length > 0 ? "\n" : "")}One of: {alternatives}.";
        if (text is not null)
        {
            json.WriteString("description", text);
        }
    }

    private string Describe(YamlMapping alternative)
    {
        var schema = composition.Flatten(alternative);
        return schema.Node.Parent?.Key == "schemas" ? schema.Node.Key : schema.Text("description")?.TrimEnd('.', ' ', '\n') ?? schema.Type ?? "anything";
    }
}

using System.Globalization;
using System.Text.Json;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Writes <c>x-type</c>, which the templates use: <c>{ kind, name, item }</c>, the constraints of each level as C#
/// literals, and the flags of the place of use. NSwag's own model of a property does not expose its schema.
/// </summary>
internal static class TypeExtension
{
    public const string Key = "x-type";

    public static void Write(Utf8JsonWriter json, LoweredProperty property, NamedType owner)
    {
        json.WriteStartObject(Key);
        WriteLevel(json, property.Type, owner);
        WriteFlag(json, "required", property.IsRequired && !property.Type.Schema.IsNullable);
        WriteFlag(json, "nullable", property.IsRequired && property.Type.Schema.IsNullable);
        WriteFlag(json, "writes", owner.IsWritten && !property.IsReadOnly);
        WriteFlag(json, "reads", owner.IsRead && !property.IsWriteOnly);
        WriteFlag(json, "oneWay", property.IsReadOnly || property.IsWriteOnly);
        WriteFlag(json, "deprecated", property.Type.Schema.Is("deprecated"));
        WriteFlag(json, "holdsSecret", property.Type.HoldsSecret);
        if (owner is { IsWritten: true, IsRead: false } && property.Type.Schema["default"] is YamlScalar value)
        {
            WriteDefault(json, property.Type, value);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LoweredParameter parameter)
    {
        json.WriteStartObject(Key);
        WriteLevel(json, parameter.Type, owner: null);
        WriteFlag(json, "required", parameter.IsRequired);
        WriteFlag(json, "deprecated", parameter.Node["deprecated"] is YamlScalar { Text: "true" } || parameter.Type.Schema.Is("deprecated"));
        if (parameter.Type.Kind == TypeKind.List)
        {
            var separator = parameter.Style switch { "spaceDelimited" => " ", "pipeDelimited" => "|", _ => "," };
            json.WriteString("separator", parameter.Explodes && parameter.In == "query" ? "" : separator);
        }

        if (!parameter.IsRequired
            && parameter.Type.Kind is not (TypeKind.Enum or TypeKind.Date or TypeKind.DateTime or TypeKind.Bytes) && parameter.Type.Schema["default"] is YamlScalar value)
        {
            WriteDefault(json, parameter.Type, value);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LoweredType type, string key, bool isRequired)
    {
        json.WriteStartObject(key);
        WriteLevel(json, type, owner: null);
        WriteFlag(json, "required", isRequired);
        WriteFlag(json, "nullable", type.Schema.IsNullable);
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, LoweredType type, NamedType? owner, bool isInSecret = false)
    {
        var isSecret = isInSecret || type.IsSecret;
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(type.Kind.ToString()));
        if (type.Declared is { } declared)
        {
            json.WriteString("name", declared.Name);
            // Qualifies the name, because the name alone could refer to a member with the same name.
            var members = owner?.Members.Where(member => member.Name == declared.Name) ?? [];
            if (members.Any(member => !(member.Type.Kind == TypeKind.Object && member.Type.Declared == declared)))
            {
                json.WriteString("qualifier", declared.Namespace);
            }
        }

        WriteFlag(json, "secret", isSecret);
        WriteFlag(json, "checked", IsChecked(type));
        WriteConstraints(json, type);
        if (type.Item is { } item)
        {
            json.WriteStartObject("item");
            WriteLevel(json, item, owner, isSecret);
            json.WriteEndObject();
        }
    }

    // Whether a value that is present has to be validated.
    private static bool IsChecked(LoweredType type) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Bytes or TypeKind.Any or TypeKind.Enum or TypeKind.Object or TypeKind.Double => true,
        TypeKind.List or TypeKind.Map => true,
        _ => type.Schema.Values.Count > 0 || ((string[])["minimum", "maximum", "multipleOf"]).Any(type.Schema.Has),
    };

    private static void WriteConstraints(Utf8JsonWriter json, LoweredType type)
    {
        var schema = type.Schema;
        switch (type.Kind)
        {
            case TypeKind.Text:
                WriteNumber(json, schema, "minLength");
                WriteNumber(json, schema, "maxLength");
                if (schema.Text("pattern") is { } pattern)
                {
                    json.WriteString("pattern", EcmaPattern.ToDotNet(pattern).Replace("\"", "\"\""));
                }

                break;
            case TypeKind.List:
                WriteNumber(json, schema, "minItems");
                WriteNumber(json, schema, "maxItems");
                WriteFlag(json, "unique", schema.Is("uniqueItems"));
                break;
            case TypeKind.Boolean when type.Schema.Values.Select(value => value.Text).Distinct().ToList() is [var only]:
                json.WriteString("values", only);
                break;
            case TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal:
                NumberRange.Write(json, type);
                break;
        }
    }

    // A default of null means no default.
    private static void WriteDefault(Utf8JsonWriter json, LoweredType type, YamlScalar value)
    {
        switch (type.Kind)
        {
            case var _ when value.Kind == ScalarKind.Null:
                break;
            case TypeKind.Text or TypeKind.Enum:
                json.WriteString("defaultText", JsonValues.TextMark + value.Text);
                break;
            case TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal when value.Kind is ScalarKind.Integer or ScalarKind.Number:
                json.WriteString("default", NumberRange.Literal(value.Number, type.Kind));
                break;
            case TypeKind.Boolean:
                json.WriteString("default", value.Text);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, FlatSchema schema, string key)
    {
        if (schema.Number(key) is { } number)
        {
            json.WriteString(key, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string key, bool value)
    {
        if (value)
        {
            json.WriteBoolean(key, true);
        }
    }
}

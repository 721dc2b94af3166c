using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0013: types and formats are those of OpenAPI, without other keys that they exclude.</summary>
internal static class Types
{
    internal static readonly string[] Known = ["string", "integer", "number", "boolean", "array", "object"];

    // Formats that become a specific type, or that do not affect the C# type.
    private static readonly Dictionary<string, string[]> Formats = new()
    {
        ["string"] = ["date-time", "date", "byte", "uuid", "uri", "email", "password"],
        ["integer"] = ["int32", "int64"],
        ["number"] = ["double", "float", "decimal"],
    };

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            if (schema["type"] is YamlScalar { Kind: ScalarKind.Text } type)
            {
                CheckType(schema, type, findings);
            }
            else if (!schema.Has("type") && !schema.Has("$ref") && !schema.Has("allOf"))
            {
                CheckUntyped(schema, findings);
            }

            if (schema["discriminator"] is { } discriminator && !schema.Has("oneOf") && !schema.Has("anyOf"))
            {
                findings.AddAtKey(
                    Codes.Unsupported,
                    discriminator,
                    "'discriminator' is not supported here: inheritance is not generated; make the schema an object with optional properties");
            }
        }
    }

    private static void CheckType(YamlMapping schema, YamlScalar type, Findings findings)
    {
        if (!Known.Contains(type.Text))
        {
            findings.Add(Codes.Type, type, $"'{type.Text}' is not a type of OpenAPI{Suggestion.For(type.Text, Known)}; types are {string.Join(", ", Known)}");
        }
        else if (type.Text == "array" && !schema.Has("items"))
        {
            findings.AddMissing(Codes.Type, schema, "items", "'items' is missing: declare the item type of the array");
        }
        else if (schema["format"] is YamlScalar { Kind: ScalarKind.Text } format)
        {
            CheckFormat(type.Text, format, findings);
        }
    }

    // Unknown formats are allowed, unless they are similar to a known one, which is probably a spelling mistake.
    private static void CheckFormat(string type, YamlScalar format, Findings findings)
    {
        var known = Formats.GetValueOrDefault(type, []);
        if (known.Contains(format.Text))
        {
            return;
        }

        if (format.Text == "binary")
        {
            findings.Add(Codes.Type, format, "The format 'binary' is not JSON; write 'byte', which is base64");
        }
        else if (type == "boolean" || Formats.Values.Any(formats => formats.Contains(format.Text)) || Suggestion.Nearest(format.Text, known) is not null)
        {
            var list = known.Length == 0 ? "none" : string.Join(", ", known.Select(name => $"'{name}'"));
            findings.Add(
                Codes.Type,
                format,
                $"The format '{format.Text}' is not one of the type '{type}'; known are: {list}{Suggestion.For(format.Text, known)}");
        }
    }

    private static void CheckUntyped(YamlMapping schema, Findings findings)
    {
        var constraint = schema.Values.FirstOrDefault(
            value => Constraints.TypesOf.ContainsKey(value.Key) && value.Key is not ("items" or "properties" or "additionalProperties"));
        if (constraint is not null
            || schema["enum"] is YamlSequence values && !values.Items.All(value => value is YamlScalar { Kind: ScalarKind.Text or ScalarKind.Null }))
        {
            findings.AddMissing(
                Codes.Type,
                schema,
                "type",
                $"'type' is missing next to '{(constraint ?? schema["enum"]!).Key}', so any value would be allowed; write a type");
        }
    }
}

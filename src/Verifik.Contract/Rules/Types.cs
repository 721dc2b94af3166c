using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0013 and VC0024: a type and format that become one C# type, and no schema without a name.</summary>
internal static class Types
{
    internal static readonly string[] Known = ["string", "integer", "number", "boolean", "array", "object"];
    private static readonly string[] OfTheReference = ["type", "format", "items"];

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            if (schema["type"] is YamlScalar { Kind: ScalarKind.Text } type && type.Text != "object")
            {
                var message = Known.Contains(type.Text)
                    ? $"The schema '{schema.Key}' is of type '{type.Text}'; only objects have names, so write this type where it is used"
                    : Unknown(type.Text);
                findings.Add(Codes.Type, type, message);
            }
        }

        foreach (var body in contract.Of(Vocabulary.SchemaReference).Where(body => !body.Has("$ref")))
        {
            findings.AddMissing(Codes.UnnamedSchema, body, "$ref", "This schema has no name, so NSwag would invent one; move it to components/schemas and refer to it with $ref");
        }

        foreach (var property in contract.Of(Vocabulary.Property).Where(property => !property.Has("$ref")))
        {
            CheckProperty(property, findings);
        }

        foreach (var items in contract.Of(Vocabulary.Items).Where(items => !items.Has("$ref")))
        {
            CheckType(items, findings, array: false);
        }

        foreach (var schema in contract.Of(Vocabulary.ParameterSchema))
        {
            CheckType(schema, findings, array: false);
        }
    }

    private static void CheckProperty(YamlMapping property, Findings findings)
    {
        if (property["allOf"] is not { } all)
        {
            CheckType(property, findings, array: true);
            return;
        }

        if (all is YamlSequence { Items.Count: not 1 } list)
        {
            findings.Add(Codes.Unsupported, list, "'allOf' of a property holds one reference: it gives a description to a property that refers to a schema");
        }

        foreach (var key in OfTheReference.Where(property.Has))
        {
            findings.AddAtKey(Codes.Type, property[key]!, $"'{key}' contradicts 'allOf'; the type is what the reference says");
        }
    }

    private static void CheckType(YamlMapping node, Findings findings, bool array)
    {
        if (node["type"] is not { } value)
        {
            findings.AddMissing(Codes.Type, node, "type", "'type' is missing, so the C# type would be anything at all; write a type, or refer to a schema");
            return;
        }

        if (value is not YamlScalar { Kind: ScalarKind.Text, Text: var type })
        {
            return;
        }

        if (!Known.Contains(type))
        {
            findings.Add(Codes.Type, value, Unknown(type));
        }
        else if (type == "object")
        {
            findings.Add(Codes.UnnamedSchema, value, "This object has no name, so NSwag would invent one; move it to components/schemas and refer to it with $ref");
        }
        else if (type == "array" && (!array || node["items"] is not YamlMapping))
        {
            findings.Add(Codes.Type, value, array ? "'items' is missing: say what the array holds" : "An array is not supported here; only a property is one, of simple values or of a named schema");
        }
        else
        {
            CheckFormat(node, type, findings);
        }
    }

    private static void CheckFormat(YamlMapping node, string type, Findings findings)
    {
        string[] formats = type switch
        {
            "string" => ["date-time"],
            "integer" => ["int32", "int64"],
            "number" => ["double"],
            _ => [],
        };
        if (node["format"] is YamlScalar { Kind: ScalarKind.Text } format && !formats.Contains(format.Text))
        {
            var known = formats.Length == 0 ? "none" : string.Join(" and ", formats.Select(name => $"'{name}'"));
            findings.Add(Codes.Type, format, $"The format '{format.Text}' is not supported for the type '{type}'; supported: {known}{Suggestion.For(format.Text, formats)}");
        }
        else if (type == "integer" && !node.Has("format"))
        {
            findings.Add(Codes.Type, node["type"]!, "An integer says how large it may be: 'format: int32' or 'format: int64'");
        }
    }

    private static string Unknown(string type) =>
        $"'{type}' is not a type of OpenAPI{Suggestion.For(type, Known)}; types are {string.Join(", ", Known)}";
}

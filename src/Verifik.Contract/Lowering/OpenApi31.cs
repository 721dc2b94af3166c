using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Converts an OpenAPI 3.1 document to 3.0, in place: type lists with null, <c>const</c>, <c>examples</c>, numeric
/// exclusive limits, base64 content encoding, and keys next to a reference. Everything else of JSON Schema 2020-12 is
/// left unchanged and reported as an unknown key. (https://spec.openapis.org/oas/v3.1.1,
/// https://json-schema.org/draft/2020-12/json-schema-validation)
/// </summary>
internal static partial class OpenApi31
{
    // The keys next to a reference that describe the place where the schema is used, not the schema.
    private static readonly string[] OfThePlace =
        ["$ref", "description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "examples", "externalDocs"];

    public static void Lower(YamlMapping root, Findings findings)
    {
        var document = new ContractDocument(root, ClientName.Sdk);
        foreach (var (kind, node) in document.Objects.ToList())
        {
            LowerTrue(node, kind == Vocabulary.Schema ? ["items"] : kind.Keys.ContainsKey("schema") ? ["schema"] : []);
            if (kind == Vocabulary.Schema && node["properties"] is YamlMapping properties)
            {
                LowerTrue(properties, properties.Keys);
            }
        }

        foreach (var schema in document.Of(Vocabulary.Schema).ToList())
        {
            schema.Remove("$comment");
            LowerType(schema, findings);
            LowerItems(schema);
            LowerAlternatives(schema);
            LowerConst(schema, findings);
            LowerExamples(schema);
            LowerLimit(schema, "exclusiveMinimum", "minimum");
            LowerLimit(schema, "exclusiveMaximum", "maximum");
            LowerEncoding(schema);
            LowerReference(schema);
        }
    }

    private static void LowerConst(YamlMapping schema, Findings findings)
    {
        if (schema["const"] is not { } value)
        {
            return;
        }

        if (value is YamlScalar { Kind: not ScalarKind.Null } scalar)
        {
            var values = new YamlSequence(value.Position);
            schema.Remove("const");
            schema.Set("enum", values);
            values.Add(scalar);
            if (!schema.Has("type"))
            {
                var type = scalar.Kind switch { ScalarKind.Integer => "integer", ScalarKind.Number => "number", ScalarKind.Boolean => "boolean", _ => "string" };
                schema.Set("type", At(value, type));
            }
        }
        else
        {
            findings.AddAtKey(Codes.Unsupported, value, "'const' is supported for a string, a number or a Boolean only; describe it in the description");
            schema.Remove("const");
        }
    }

    // 3.1 has a list of examples, 3.0 a single one.
    private static void LowerExamples(YamlMapping schema)
    {
        if (schema["examples"] is YamlSequence examples)
        {
            schema.Remove("examples");
            if (examples.Items is [var first, ..] && !schema.Has("example"))
            {
                schema.Set("example", first);
            }
        }
    }

    private static void LowerLimit(YamlMapping schema, string exclusive, string inclusive)
    {
        if (schema[exclusive] is not YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } limit)
        {
            return;
        }

        // The narrower of two limits applies.
        var other = schema[inclusive] as YamlScalar;
        var isNarrower = other is not { Kind: ScalarKind.Integer or ScalarKind.Number }
            || (inclusive == "minimum" ? limit.Number >= other.Number : limit.Number <= other.Number);
        schema.Remove(exclusive);
        if (isNarrower)
        {
            schema.Set(inclusive, limit);
            schema.Set(exclusive, At(limit, "true"));
        }
    }

    private static void LowerEncoding(YamlMapping schema)
    {
        if (schema.Text("contentEncoding") == "base64")
        {
            schema.Set("format", At(schema["contentEncoding"]!, "byte"));
            schema.Remove("contentEncoding");
            schema.Remove("contentMediaType");
        }
    }

    // In 3.1, keys next to a reference apply in addition to the reference.
    private static void LowerReference(YamlMapping schema)
    {
        if (schema["$ref"] is not YamlScalar reference || schema.Keys.All(key => OfThePlace.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal)))
        {
            return;
        }

        var target = new YamlMapping(reference.Position);
        var parts = schema["allOf"] as YamlSequence ?? new YamlSequence(reference.Position);
        schema.Remove("$ref");
        target.Set("$ref", reference);
        parts.Add(target);
        schema.Set("allOf", parts);
    }

    private static YamlScalar At(YamlNode node, string text) => new(node.Position, text, isPlain: true);
}

using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Says a document of OpenAPI 3.1 in the words of 3.0, in place: type lists with null, <c>const</c>, <c>examples</c>,
/// exclusive limits that are numbers, base64 by its encoding, and what stands beside a reference. Everything else of
/// JSON Schema 2020-12 is left as it is, and refused as an unknown key.
/// (https://spec.openapis.org/oas/v3.1.1, https://json-schema.org/draft/2020-12/json-schema-validation)
/// </summary>
internal static class OpenApi31
{
    // What a reader of 3.0 takes beside a reference: it speaks of the place, not of the schema.
    private static readonly string[] OfThePlace =
        ["$ref", "description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "examples", "externalDocs"];

    public static void Lower(YamlMapping root, Findings findings)
    {
        var document = new ContractDocument(root, ClientName.Sdk);
        foreach (var (kind, node) in document.Objects.ToList())
        {
            LowerTrue(node, kind == Vocabulary.MediaType || kind == Vocabulary.Parameter || kind == Vocabulary.Header ? ["schema"] : kind == Vocabulary.Schema ? ["items"] : []);
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

    // A schema that is true allows anything, as {} does.
    private static void LowerTrue(YamlMapping holder, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => holder[key] is YamlScalar { Kind: ScalarKind.Boolean, Text: "true" }).ToList())
        {
            holder.Set(key, new YamlMapping(holder[key]!.Position));
        }
    }

    private static void LowerItems(YamlMapping schema)
    {
        if (schema.Text("type") == "array" && !schema.Has("items"))
        {
            schema.Set("items", new YamlMapping(schema.Position));
        }
    }

    // Each type with the constraints that are for it, as an alternative.
    private static void LowerTypes(YamlMapping schema, YamlNode list, IEnumerable<YamlScalar> types)
    {
        var alternatives = new YamlSequence(list.Position);
        schema.Remove("type");
        foreach (var type in types)
        {
            var alternative = new YamlMapping(type.Position);
            alternative.Set("type", At(type, type.Text));
            foreach (var key in Rules.Constraints.TypesOf.Where(constraint => constraint.Value.Contains(type.Text) && schema.Has(constraint.Key)).Select(constraint => constraint.Key))
            {
                alternative.Set(key, schema[key]!);
                schema.Remove(key);
            }

            LowerItems(alternative);
            alternatives.Add(alternative);
        }

        schema.Set("oneOf", alternatives);
    }

    // [string, 'null'] is a nullable string.
    private static void LowerType(YamlMapping schema, Findings findings)
    {
        if (schema["type"] is not YamlSequence list)
        {
            if (schema["type"] is YamlScalar { Text: "null" } alone && !IsAlternative(schema))
            {
                findings.Add(Codes.Type, alone, "A value that is always null says nothing; write a type beside 'null', as a list");
                schema.Remove("type");
            }

            return;
        }

        var types = list.Items.OfType<YamlScalar>().ToList();
        var named = types.Where(type => type.Text != "null").ToList();
        if (named is [var only])
        {
            schema.Set("type", At(list, only.Text));
        }
        else if (named.Count > 0 && !schema.Has("oneOf") && !schema.Has("anyOf") && !schema.Has("enum"))
        {
            LowerTypes(schema, list, named);
        }
        else
        {
            findings.Add(Codes.Unsupported, list, "A value of several types is not supported beside 'enum', 'oneOf' or 'anyOf'; write the one type that is meant");
            findings.Explain(schema, "type");
            schema.Remove("type");
        }

        if (named.Count < types.Count)
        {
            schema.Set("nullable", At(list, "true"));
        }
    }

    // An alternative that is null makes the others nullable. What is left when it is gone is one schema, or several.
    private static void LowerAlternatives(YamlMapping schema)
    {
        foreach (var key in (string[])["oneOf", "anyOf"])
        {
            if (schema[key] is not YamlSequence list || !list.Items.Any(IsNull))
            {
                continue;
            }

            var rest = new YamlSequence(list.Position);
            foreach (var item in list.Items.Where(item => !IsNull(item)))
            {
                rest.Add(item);
            }

            schema.Remove(key);
            schema.Set(rest.Items.Count == 1 ? "allOf" : key, rest);
            schema.Set("nullable", At(list, "true"));
        }
    }

    private static bool IsNull(YamlNode item) => item is YamlMapping { Values.Count: 1 } mapping && mapping.Text("type") == "null" || item is YamlMapping only && only["type"] is YamlScalar { Text: "null" } && only.Values.Count == 1;

    private static bool IsAlternative(YamlMapping schema) => schema.Parent is YamlSequence { Key: "oneOf" or "anyOf" };

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
                schema.Set("type", At(value, scalar.Kind switch { ScalarKind.Integer => "integer", ScalarKind.Number => "number", ScalarKind.Boolean => "boolean", _ => "string" }));
            }
        }
        else
        {
            findings.AddAtKey(Codes.Unsupported, value, "'const' is supported for a text, a number or a truth value; say it in the description");
            schema.Remove("const");
        }
    }

    // A list of values, where 3.0 has one.
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

        // Of two limits, the narrower counts.
        var other = schema[inclusive] as YamlScalar;
        var isNarrower = other is not { Kind: ScalarKind.Integer or ScalarKind.Number } || (inclusive == "minimum" ? limit.Number >= other.Number : limit.Number <= other.Number);
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

    // In 3.1 what stands beside a reference counts as well: both hold.
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

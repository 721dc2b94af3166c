using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

// Type lists, with and without null, and Boolean schemas.
internal static partial class OpenApi31
{
    // The schema true allows any value, like {}.
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

    // Converts each type, with its constraints, to an alternative.
    private static void LowerTypes(YamlMapping schema, YamlNode list, IEnumerable<YamlScalar> types)
    {
        var alternatives = new YamlSequence(list.Position);
        schema.Remove("type");
        foreach (var type in types)
        {
            var alternative = new YamlMapping(type.Position);
            alternative.Set("type", At(type, type.Text));
            foreach (var (key, _) in Rules.Constraints.TypesOf.Where(constraint => constraint.Value.Contains(type.Text) && schema.Has(constraint.Key)))
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
                findings.Add(Codes.Type, alone, "A value that is always null is not supported; write a list of a type and 'null'");
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
            findings.Add(
                Codes.Unsupported,
                list,
                "Several types are not supported together with 'enum', 'oneOf' or 'anyOf'; write one type");
            findings.Explain(schema, "type");
            schema.Remove("type");
        }

        if (named.Count < types.Count)
        {
            schema.Set("nullable", At(list, "true"));
        }
    }

    // An alternative that is null makes the others nullable, and is removed.
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

    private static bool IsNull(YamlNode item) => item is YamlMapping { Values.Count: 1 } only && only["type"] is YamlScalar { Text: "null" };

    private static bool IsAlternative(YamlMapping schema) => schema.Parent is YamlSequence { Key: "oneOf" or "anyOf" };
}

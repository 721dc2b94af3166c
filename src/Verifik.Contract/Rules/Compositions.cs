using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0012: the parts of an <c>allOf</c> agree on their type, and on each property that more than one of them declares.</summary>
internal static class Compositions
{
    // The client can check only one of each of these.
    private static readonly string[] Single = ["format", "pattern", "multipleOf"];

    private static readonly string[] Narrowing =
    [
        "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems",
    ];

    public static void Check(LoweredContract contract, Findings findings)
    {
        foreach (var schema in contract.Source.Of(Vocabulary.Schema))
        {
            if (schema["allOf"] is not YamlSequence all)
            {
                continue;
            }

            var parts = all.Items.OfType<YamlMapping>().Select(contract.Composition.Flatten).ToList();
            var whole = schema.Values.Where(value => value.Key != "allOf").ToDictionary(value => value.Key);
            CheckFacts(contract, schema, [.. parts.Select(part => (IReadOnlyDictionary<string, YamlNode>)part.Facts), whole], findings);
            var own = ContractDocument.Properties(schema).Select(property => KeyValuePair.Create(property.Key, property));
            CheckProperties(contract, parts.SelectMany(part => part.Properties).Concat(own), findings);
        }
    }

    private static void CheckFacts(LoweredContract contract, YamlMapping schema, IReadOnlyList<IReadOnlyDictionary<string, YamlNode>> parts, Findings findings)
    {
        var types = parts.Select(part => part.GetValueOrDefault("type")).OfType<YamlScalar>().ToList();
        if (types.Find(type => type.Text != types[0].Text && !(type.Text is "integer" or "number" && types[0].Text is "integer" or "number")) is { } other)
        {
            findings.AddAtKey(
                Codes.Unsupported,
                schema["allOf"]!,
                $"The parts are '{types[0].Text}' and '{other.Text}': no value has both types; write one type");
            return;
        }

        foreach (var key in Single)
        {
            var values = parts.Select(part => part.GetValueOrDefault(key)).OfType<YamlScalar>().ToList();
            if (values.Find(value => value.Text != values[0].Text) is { } second)
            {
                findings.AddAtKey(
                    Codes.Unsupported,
                    schema["allOf"]!,
                    $"The parts have two values of '{key}', '{values[0].Text}' and '{second.Text}', and the client can check only one; combine them into one");
            }
        }

        foreach (var key in (string[])["items", "additionalProperties"])
        {
            if (parts.Select(part => part.GetValueOrDefault(key)).OfType<YamlMapping>().Select(item => Describe(contract, item)).Distinct().Count() > 1)
            {
                findings.AddAtKey(Codes.Unsupported, schema["allOf"]!, $"The parts have different '{key}', which no C# type can express; write one of them");
            }
        }

        if (parts.Count(part => part.ContainsKey("enum")) > 1 && contract.Composition.Flatten(schema)["enum"] is YamlSequence { Items.Count: 0 })
        {
            findings.AddAtKey(Codes.Unsupported, schema["allOf"]!, "The parts have no common value under 'enum', so no value is valid");
        }
    }

    private static void CheckProperties(LoweredContract contract, IEnumerable<KeyValuePair<string, YamlMapping>> properties, Findings findings)
    {
        var listed = new Dictionary<string, YamlMapping>();
        foreach (var (name, property) in properties)
        {
            if (listed.TryGetValue(name, out var other) && other != property)
            {
                if (Describe(contract, other) != Describe(contract, property))
                {
                    findings.AddAtKey(
                        Codes.Unsupported,
                        property,
                        $"'{name}' has another type in another part of 'allOf', at line {other.KeyPosition.Line}: no value has both types; keep only one of the two");
                }
                else if (Narrowing.FirstOrDefault(key => IsLost(contract.Composition.Flatten(other)[key], contract.Composition.Flatten(property)[key])) is { } lost)
                {
                    findings.AddAtKey(
                        Codes.Unsupported,
                        property,
                        $"'{name}' has another '{lost}' in another part of 'allOf', at line {other.KeyPosition.Line}, which would be lost; write the same in both");
                }
            }

            listed[name] = property;
        }
    }

    private static bool IsLost(YamlNode? before, YamlNode? after) => before is YamlScalar one && (after as YamlScalar)?.Text != one.Text;

    // Describes a C# type: objects by their position, enumerations by their values, lists and maps by their items.
    private static string Describe(LoweredContract contract, YamlMapping schema)
    {
        var flat = contract.Composition.Flatten(schema);
        var item = flat.Properties.Count > 0 ? null : flat["items"] as YamlMapping ?? flat["additionalProperties"] as YamlMapping;
        return $"{flat.Type} {flat.Text("format")} {string.Join('|', flat.Values.Select(value => value.Text))} "
            + (flat.Properties.Count > 0 ? flat.Node.Position.ToString() : item is null || item == schema ? "" : $"of {Describe(contract, item)}");
    }
}

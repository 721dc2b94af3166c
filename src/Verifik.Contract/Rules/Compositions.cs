using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0012: the parts of an <c>allOf</c> agree on each property that more than one of them lists.</summary>
internal static class Compositions
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        foreach (var schema in contract.Source.Of(Vocabulary.Schema))
        {
            if (schema["allOf"] is not YamlSequence all)
            {
                continue;
            }

            var listed = new Dictionary<string, YamlMapping>();
            foreach (var (name, property) in all.Items.OfType<YamlMapping>().Append(schema).SelectMany(part => part == schema ? Own(part) : contract.Composition.Flatten(part).Properties))
            {
                if (listed.TryGetValue(name, out var other) && other != property && TypeOf(contract, other) != TypeOf(contract, property))
                {
                    findings.AddAtKey(Codes.Unsupported, property, $"'{name}' has another type in another part of 'allOf', at line {other.KeyPosition.Line}: no value is both; give the part that you mean, alone");
                }

                listed[name] = property;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, YamlMapping>> Own(YamlMapping schema) =>
        ContractDocument.Properties(schema).Select(property => KeyValuePair.Create(property.Key, property));

    private static (string?, string?, YamlMapping?) TypeOf(LoweredContract contract, YamlMapping property)
    {
        var flat = contract.Composition.Flatten(property);
        return (flat.Type, flat.Text("format"), flat.Properties.Count > 0 ? flat.Node : null);
    }
}

using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0011: nothing is missing that OpenAPI requires.</summary>
internal static class MissingKeys
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            foreach (var (key, _) in kind.Keys.Where(key => key.Value.Required && !node.Has(key.Key)))
            {
                findings.AddMissing(Codes.MissingKey, node, key, $"'{key}' is missing from {kind.Name}");
            }

            foreach (var empty in node.Values.Where(value => kind.Keys.TryGetValue(value.Key, out var key) && key is { Required: true, Kind: { } content } && content != Vocabulary.MediaType && IsEmpty(value)))
            {
                findings.AddAtKey(Codes.MissingKey, empty, $"'{empty.Key}' of {kind.Name} is empty");
            }
        }
    }

    private static bool IsEmpty(YamlNode value) => value is YamlSequence { Items.Count: 0 } or YamlMapping { Values.Count: 0 };
}

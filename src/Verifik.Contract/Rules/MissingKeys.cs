using Verifik.Contract.Model;

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
        }
    }
}

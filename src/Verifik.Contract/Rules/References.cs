using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0007: a <c>$ref</c> leads to a schema of this document, and nothing stands beside it.</summary>
internal static class References
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            if (kind.Keys.ContainsKey("$ref") && node["$ref"] is YamlScalar { Kind: ScalarKind.Text } reference)
            {
                CheckTarget(contract, reference, findings);
                CheckSiblings(kind, node, findings);
            }
        }
    }

    private static void CheckTarget(ContractDocument contract, YamlScalar reference, Findings findings)
    {
        var text = reference.Text;
        if (!text.StartsWith('#'))
        {
            findings.Add(Codes.Reference, reference, $"'{text}' is outside of this document; a contract is one file, so that one review sees all of it");
        }
        else if (contract.Find(text) is null)
        {
            var name = text[(text.LastIndexOf('/') + 1)..];
            var known = text.StartsWith(ContractDocument.SchemaPrefix, StringComparison.Ordinal) || !contract.Schemas.ContainsKey(name)
                ? Suggestion.For(name, contract.Schemas.Keys)
                : $"; did you mean '{ContractDocument.SchemaPrefix}{name}'?";
            findings.Add(Codes.Reference, reference, $"'{text}' does not exist{known}");
        }
    }

    // OpenAPI 3.0.3, Reference Object: "any properties added SHALL be ignored".
    private static void CheckSiblings(ObjectKind kind, YamlMapping node, Findings findings)
    {
        if (kind == Vocabulary.Property)
        {
            findings.Explain(node, "description");
            findings.AddAtKey(Codes.Reference, node["$ref"]!, "A bare $ref leaves a property without a description; write 'description' and 'allOf: [ { $ref: … } ]'");
            return;
        }

        foreach (var sibling in node.Values.Where(value => value.Key != "$ref"))
        {
            findings.AddAtKey(Codes.Reference, sibling, $"'{sibling.Key}' beside $ref is ignored by every reader; write the reference as 'allOf: [ {{ $ref: … }} ]'");
        }
    }
}

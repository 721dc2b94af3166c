using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0007: a <c>$ref</c> leads to a component of this document that is of its kind, and nothing stands beside it that readers ignore.</summary>
internal static class References
{
    // What says something of the place where a schema is used, and nothing of the schema itself.
    private static readonly string[] OfThePlace =
        ["description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "externalDocs"];

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            if (kind.Section.Length > 0 && node["$ref"] is YamlScalar { Kind: ScalarKind.Text } reference)
            {
                CheckTarget(contract, kind, reference, findings);
                CheckSiblings(kind, node, findings);
            }
        }

        foreach (var schema in contract.Schemas.Values.Where(schema => IsMadeOfItself(contract, schema)))
        {
            findings.AddAtKey(Codes.Reference, schema, $"'{schema.Key}' is made of itself: '$ref' and 'allOf' lead back to it");
        }
    }

    private static void CheckTarget(ContractDocument contract, ObjectKind kind, YamlScalar reference, Findings findings)
    {
        var text = reference.Text;
        if (!text.StartsWith('#'))
        {
            findings.Add(Codes.Reference, reference, $"'{text}' is outside of this document; a contract is one file, so that one review sees all of it");
        }
        else if (contract.Find(text, kind) is null)
        {
            var name = text[(text.LastIndexOf('/') + 1)..];
            var prefix = ContractDocument.Prefix(kind);
            var known = contract.Section(kind.Section).Keys;
            var suggestion = known.Contains(name) && !text.StartsWith(prefix, StringComparison.Ordinal)
                ? $"; did you mean '{prefix}{name}'?"
                : Suggestion.For(name, known);
            findings.Add(Codes.Reference, reference, $"'{text}' does not exist{suggestion}");
        }
    }

    // OpenAPI 3.0.3, Reference Object: "any properties added SHALL be ignored".
    private static void CheckSiblings(ObjectKind kind, YamlMapping node, Findings findings)
    {
        var ignored = node.Values.Where(value => value.Key != "$ref"
            && !(kind == Vocabulary.Schema && (OfThePlace.Contains(value.Key) || value.Key.StartsWith("x-", StringComparison.Ordinal)))
            && !(kind != Vocabulary.Schema && value.Key is "description" or "summary"));
        foreach (var sibling in ignored)
        {
            var instead = kind == Vocabulary.Schema ? "write the reference as 'allOf: [ { $ref: … } ]'" : "write it in the component";
            findings.AddAtKey(Codes.Reference, sibling, $"'{sibling.Key}' beside $ref is ignored by every reader; {instead}");
        }
    }

    private static bool IsMadeOfItself(ContractDocument contract, YamlMapping schema)
    {
        var open = new Stack<YamlMapping>([schema]);
        var seen = new HashSet<YamlMapping>();
        while (open.TryPop(out var current))
        {
            YamlMapping[] parts = [current, .. current["allOf"] is YamlSequence all ? all.Items.OfType<YamlMapping>() : []];
            foreach (var target in parts.Select(part => part.Text("$ref")).OfType<string>().Select(text => contract.Find(text, Vocabulary.Schema)).OfType<YamlMapping>().Where(seen.Add))
            {
                open.Push(target);
            }
        }

        return seen.Contains(schema);
    }
}

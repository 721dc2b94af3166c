using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// VC0007: a <c>$ref</c> refers to a component of this document with the expected kind, and has no sibling keys that
/// readers ignore.
/// </summary>
internal static class References
{
    // Keys that describe the place where a schema is used, not the schema.
    private static readonly string[] OfThePlace =
        ["description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "externalDocs"];

    public static void Check(ContractDocument contract, Findings findings)
    {
        var references = contract.Objects
            .Where(found => found.Kind.Section.Length > 0 && found.Node["$ref"] is YamlScalar { Kind: ScalarKind.Text })
            .Select(found => (found.Kind, found.Node, Reference: (YamlScalar)found.Node["$ref"]!)).ToList();
        foreach (var (kind, node, _) in references)
        {
            CheckSiblings(kind, node, findings);
        }

        // A missing component is reported once, however many references it has.
        foreach (var same in references.GroupBy(reference => (reference.Kind, reference.Reference.Text)))
        {
            CheckTarget(contract, same.Key.Kind, same.First().Reference, same.Count() - 1, findings);
        }

        foreach (var schema in contract.Schemas.Values.Where(schema => IsMadeOfItself(contract, schema)))
        {
            findings.AddAtKey(Codes.Reference, schema, $"'{schema.Key}' is circular: '$ref' and 'allOf' lead back to it");
        }
    }

    private static void CheckTarget(ContractDocument contract, ObjectKind kind, YamlScalar reference, int others, Findings findings)
    {
        var text = reference.Text;
        var elsewhere = others == 0 ? "" : $" (and {others} more references to it)";
        if (!text.StartsWith('#'))
        {
            findings.Add(
                Codes.Reference,
                reference,
                $"'{text}' is outside this document; a contract is a single file, so that it can be reviewed as a whole{elsewhere}");
        }
        else if (contract.Find(text, kind) is null && !contract.IsWritten(text))
        {
            var name = text[(text.LastIndexOf('/') + 1)..];
            var prefix = ContractDocument.Prefix(kind);
            var known = contract.Section(kind.Section).Keys;
            var suggestion = known.Contains(name) && !text.StartsWith(prefix, StringComparison.Ordinal)
                ? $"; did you mean '{prefix}{name}'?"
                : Suggestion.For(name, known);
            findings.Add(Codes.Reference, reference, $"'{text}' does not exist{suggestion}{elsewhere}");
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
            findings.AddAtKey(Codes.Reference, sibling, $"'{sibling.Key}' next to $ref is ignored by OpenAPI readers; {instead}");
        }
    }

    private static bool IsMadeOfItself(ContractDocument contract, YamlMapping schema)
    {
        var open = new Stack<YamlMapping>([schema]);
        var seen = new HashSet<YamlMapping>();
        while (open.TryPop(out var current))
        {
            YamlMapping[] parts = [current, .. current["allOf"] is YamlSequence all ? all.Items.OfType<YamlMapping>() : []];
            foreach (var target in parts.Select(part => part.Text("$ref")).OfType<string>()
                .Select(text => contract.Find(text, Vocabulary.Schema)).OfType<YamlMapping>().Where(seen.Add))
            {
                open.Push(target);
            }
        }

        return seen.Contains(schema);
    }
}

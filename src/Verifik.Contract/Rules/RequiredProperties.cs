using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0015: <c>required</c> lists existing properties, each once, and a schema does not require itself.</summary>
internal static class RequiredProperties
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        foreach (var schema in contract.Source.Of(Vocabulary.Schema).Where(schema => schema.Has("required")))
        {
            CheckNames(contract, schema, findings);
        }

        foreach (var type in contract.Types.Where(RequiresItself))
        {
            findings.AddAtKey(
                Codes.Required,
                type.Node,
                $"'{type.Name}' requires itself, directly or through other schemas, so no value can be valid");
        }
    }

    // A part of a composition may require a property of another part.
    private static void CheckNames(LoweredContract contract, YamlMapping schema, Findings findings)
    {
        var whole = schema;
        while (whole.Parent is YamlSequence { Key: "allOf" or "oneOf" or "anyOf", Parent: YamlMapping composed })
        {
            whole = composed;
        }

        var names = Names(contract, whole, []).Distinct().ToList();
        var seen = new HashSet<string>();
        foreach (var required in ContractDocument.Required(schema))
        {
            if (!names.Contains(required.Text))
            {
                findings.Add(Codes.Required, required, $"'{required.Text}' is required, but there is no such property{Suggestion.For(required.Text, names)}");
            }
            else if (!seen.Add(required.Text))
            {
                findings.Add(Codes.Required, required, $"'{required.Text}' is required twice");
            }
        }
    }

    private static IEnumerable<string> Names(LoweredContract contract, YamlMapping schema, HashSet<YamlMapping> seen)
    {
        var flat = contract.Composition.Flatten(schema);
        return seen.Add(schema) ? flat.Properties.Keys.Concat(flat.Alternatives.SelectMany(alternative => Names(contract, alternative, seen))) : [];
    }

    private static bool RequiresItself(NamedType type)
    {
        var open = new Stack<NamedType>([type]);
        var seen = new HashSet<NamedType>();
        while (open.TryPop(out var current))
        {
            foreach (var property in current.Properties.Where(property => property.IsRequired && !property.Type.Schema.IsNullable))
            {
                if (property.Type.Declared is { } target && seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return seen.Contains(type);
    }
}

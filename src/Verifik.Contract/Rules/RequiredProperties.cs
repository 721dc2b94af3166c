using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0015: <c>required</c> names properties that exist, each once, and a schema does not require itself.</summary>
internal static class RequiredProperties
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            var names = ContractDocument.Properties(schema).Select(property => property.Key).ToList();
            var seen = new HashSet<string>();
            foreach (var required in ContractDocument.Required(schema))
            {
                if (!names.Contains(required.Text))
                {
                    findings.Add(Codes.Required, required, $"'{required.Text}' is required, but '{schema.Key}' has no such property{Suggestion.For(required.Text, names)}");
                }
                else if (!seen.Add(required.Text))
                {
                    findings.Add(Codes.Required, required, $"'{required.Text}' is required twice");
                }
            }

            if (RequiresItself(contract, schema))
            {
                findings.AddAtKey(Codes.Required, schema, $"'{schema.Key}' requires itself, directly or through other schemas: no value of it could ever be complete");
            }
        }
    }

    private static bool RequiresItself(ContractDocument contract, YamlMapping schema)
    {
        var open = new Stack<YamlMapping>([schema]);
        var seen = new HashSet<YamlMapping>();
        while (open.TryPop(out var current))
        {
            var required = ContractDocument.Required(current).Select(name => name.Text).ToHashSet();
            foreach (var property in ContractDocument.Properties(current).Where(property => required.Contains(property.Key) && !property.Has("items")))
            {
                if (contract.Target(property) is { } target && seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return seen.Contains(schema);
    }
}

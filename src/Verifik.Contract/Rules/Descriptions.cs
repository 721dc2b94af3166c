using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0028: everything that a reader meets is described.</summary>
internal static class Descriptions
{
    private static readonly HashSet<ObjectKind> Described =
    [
        Vocabulary.Info, Vocabulary.Server, Vocabulary.Tag, Vocabulary.Operation, Vocabulary.Parameter, Vocabulary.RequestBody,
        Vocabulary.Response, Vocabulary.Schema, Vocabulary.Property, Vocabulary.SecurityScheme,
    ];

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            if (Described.Contains(kind))
            {
                CheckText(kind, node, "description", findings);
            }

            if (kind == Vocabulary.Operation || kind == Vocabulary.Example)
            {
                CheckText(kind, node, "summary", findings);
            }
        }
    }

    private static void CheckText(ObjectKind kind, YamlMapping node, string key, Findings findings)
    {
        if (node[key] is not { } value)
        {
            findings.AddMissing(Codes.Description, node, key, $"'{key}' is missing from {kind.Name}: say what it is, and its unit where it has one");
        }
        else if (value is YamlScalar { Kind: ScalarKind.Text } text && string.IsNullOrWhiteSpace(text.Text))
        {
            findings.Add(Codes.Description, value, $"'{key}' of {kind.Name} is empty");
        }
    }
}

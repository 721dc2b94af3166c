using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0031: each operation says from which document it was written.</summary>
internal static class Sources
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            if (operation["x-source"] is not { } source)
            {
                findings.AddMissing(Codes.Source, operation, "x-source", "'x-source' is missing: name the document that this operation was written from");
            }
            else if (source is YamlScalar { Kind: ScalarKind.Text } text && string.IsNullOrWhiteSpace(text.Text))
            {
                findings.Add(Codes.Source, source, "'x-source' is empty: name the document that this operation was written from");
            }
        }
    }
}

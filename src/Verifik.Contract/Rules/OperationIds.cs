using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0020: each operation has a unique name, which becomes a method.</summary>
internal static class OperationIds
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        var first = new Dictionary<string, YamlNode>();
        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            if (operation["operationId"] is not { } value)
            {
                findings.AddMissing(Codes.OperationId, operation, "operationId", "'operationId' is missing: it is the name of the method in C#");
            }
            else if (value is not YamlScalar { Kind: ScalarKind.Text, Text: var id })
            {
                continue;
            }
            else if (CSharpName.Pascal(id) is not { } name)
            {
                findings.Add(Codes.OperationId, value, $"The operationId '{id}' cannot be converted to a method name; begin with a letter");
            }
            else if (name.EndsWith("Async", StringComparison.Ordinal))
            {
                findings.Add(Codes.OperationId, value, $"The generator adds 'Async' to each method; write '{id[..^5]}'");
            }
            else if (!first.TryAdd(name, value))
            {
                findings.Add(Codes.OperationId, value, $"The operationId '{id}' is already used at line {first[name].Position.Line}: both are '{name}' in C#");
            }
        }
    }
}

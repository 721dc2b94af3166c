using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>An operation with its types.</summary>
/// <param name="Source">What the contract says of it.</param>
/// <param name="Name">The name of its method.</param>
/// <param name="Parameters">What is sent in path, query and header.</param>
/// <param name="Body">What is sent as JSON.</param>
/// <param name="Result">What comes back.</param>
internal sealed record LoweredOperation(
    ContractOperation Source,
    string Name,
    IReadOnlyList<LoweredParameter> Parameters,
    LoweredType? Body,
    LoweredType? Result)
{
    public bool RequiresToken => Source.Security is YamlSequence { Items.Count: > 0 };

    public bool IsBodyRequired => Source.Body?["required"] is YamlScalar { Text: "true" };
}

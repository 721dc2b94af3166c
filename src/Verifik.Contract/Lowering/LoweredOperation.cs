using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>An operation with its types.</summary>
/// <param name="Source">Its declaration in the contract.</param>
/// <param name="Name">The name of its method.</param>
/// <param name="Parameters">The parameters in path, query and header.</param>
/// <param name="Body">The type of the request body.</param>
/// <param name="Result">The type of the response.</param>
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

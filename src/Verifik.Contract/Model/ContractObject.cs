using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>An object of the contract that is written as a mapping.</summary>
internal sealed record ContractObject(ObjectKind Kind, YamlMapping Node);

using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>An operation, with the settings of its path and of the document.</summary>
internal sealed class ContractOperation(ContractDocument contract, YamlMapping node)
{
    public YamlMapping Node => node;

    public string Path => node.Parent!.Key;

    public string Method => node.Key;

    public string? Id => node.Text("operationId");

    /// <summary>Its own parameters, followed by those of the path that it does not override.</summary>
    public IReadOnlyList<YamlMapping> Parameters { get; } = Merge(contract, node);

    public YamlMapping? Body => node["requestBody"] is YamlMapping body ? contract.Resolve(body) : null;

    /// <summary>The responses by status, with references resolved.</summary>
    public IReadOnlyList<(string Status, YamlMapping Response)> Responses { get; } =
    [
        .. node["responses"] is YamlMapping responses
            ? responses.Values.OfType<YamlMapping>().Select(response => (response.Key, contract.Resolve(response))).Where(pair => pair.Item2 is not null).Select(pair => (pair.Key, pair.Item2!))
            : [],
    ];

    /// <summary>The operation's security, or otherwise the document's.</summary>
    public YamlNode? Security => node["security"] ?? contract.Root["security"];

    public static bool IsSuccess(string status) => status.StartsWith('2');

    private static List<YamlMapping> Merge(ContractDocument contract, YamlMapping node)
    {
        var own = contract.Parts(node, "parameters").ToList();
        var shared = node.Parent is YamlMapping path ? contract.Parts(path, "parameters") : [];
        return [.. own, .. shared.Where(parameter => !own.Any(other => Identity(other) == Identity(parameter)))];
    }

    private static (string?, string?) Identity(YamlMapping parameter) => (parameter.Text("name"), parameter.Text("in"));
}

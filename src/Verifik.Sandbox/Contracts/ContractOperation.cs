using System.Globalization;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>An operation of a contract.</summary>
internal sealed class ContractOperation
{
    private readonly JsonObject _node;

    public ContractOperation(ContractDocument document, string method, string path, JsonObject item, JsonObject node)
    {
        _node = node;
        Document = document;
        Method = method.ToUpperInvariant();
        Path = path;
        Parameters = [.. Of(item).Concat(Of(node)).GroupBy(parameter => (parameter.Name, parameter.In)).Select(same => same.Last())];
        Body = document.Resolve(node["requestBody"]);
        Responses = [.. (node["responses"] as JsonObject ?? []).Select(response => (response.Key, document.Resolve(response.Value) ?? []))];

        IEnumerable<ContractParameter> Of(JsonObject owner) =>
            (owner["parameters"] as JsonArray ?? []).Select(document.Resolve).OfType<JsonObject>().Select(parameter => new ContractParameter(parameter));
    }

    public ContractDocument Document { get; }

    public string Method { get; }

    public string Path { get; }

    /// <summary>Its summary in the contract.</summary>
    public string Summary => $"{_node["summary"] ?? _node["operationId"]}";

    public IReadOnlyList<ContractParameter> Parameters { get; }

    public JsonObject? Body { get; }

    public bool IsBodyRequired => Body?["required"]?.ToString() == "true";

    /// <summary>The responses by status, in the order of the contract.</summary>
    public IReadOnlyList<(string Status, JsonObject Response)> Responses { get; }

    /// <summary>Its security requirements: alternatives, each with a set of schemes. Empty if none is required.</summary>
    public JsonArray Security => (_node["security"] ?? Document.Root["security"]) as JsonArray ?? [];

    /// <summary>The successful response and its status.</summary>
    public (int Status, JsonObject? Response) Success()
    {
        var (status, response) = Responses.Where(response => response.Status.StartsWith('2')).OrderBy(response => response.Status, StringComparer.Ordinal).FirstOrDefault();
        return status is null
            ? (StatusCodes.Status200OK, ResponseOf(StatusCodes.Status200OK))
            : (int.Parse(status.Replace('X', '0'), CultureInfo.InvariantCulture), response);
    }

    /// <summary>The response that the contract declares for a status: for the status, its class, or the default.</summary>
    public JsonObject? ResponseOf(int status)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        return new[] { code, $"{code[0]}XX", "default" }
            .Select(name => Responses.FirstOrDefault(response => response.Status.Equals(name, StringComparison.OrdinalIgnoreCase)).Response)
            .FirstOrDefault(response => response is not null);
    }

    /// <summary>The first of some statuses that the contract declares explicitly, or otherwise the first.</summary>
    public int Declared(params int[] statuses) => statuses.Where(IsListed).DefaultIfEmpty(statuses[0]).First();

    private bool IsListed(int status) => Responses.Any(response => response.Status == status.ToString(CultureInfo.InvariantCulture));
}

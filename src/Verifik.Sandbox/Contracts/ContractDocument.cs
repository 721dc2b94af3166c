using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Verifik.Sandbox.Contracts;

/// <summary>A contract, with its references unresolved. Immutable after it was read.</summary>
internal sealed class ContractDocument
{
    // The methods of OpenAPI; other keys of a path are not operations.
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private ContractDocument(string name, JsonObject root)
    {
        Name = name;
        Root = root;
        Schemas = new ContractSchemas(this);
        Operations = [.. ReadOperations()];
    }

    public string Name { get; }

    public string Title => Root["info"]?["title"]?.ToString() ?? Name;

    public JsonObject Root { get; }

    public ContractSchemas Schemas { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The path of its first server, which clients may prepend to its paths; often empty.</summary>
    public string BasePath => Uri.TryCreate($"{(Root["servers"] as JsonArray)?.FirstOrDefault()?["url"]}", UriKind.Absolute, out var server) ? server.AbsolutePath.TrimEnd('/') : "";

    /// <summary>
    /// The properties, parameters and keys that contain secrets: those marked as <c>x-secret</c> or <c>format:
    /// password</c>, and API keys.
    /// </summary>
    public IEnumerable<string> Secrets => SecretsIn(Root).Distinct();

    /// <exception cref="InvalidDataException">It is not an OpenAPI 3 document.</exception>
    public static ContractDocument Read(string name, string text)
    {
        try
        {
            return YamlJson.Read(text) is JsonObject root && root["openapi"]?.ToString() is ['3', '.', ..]
                ? new ContractDocument(name, root)
                : throw new InvalidDataException($"{name}: this is not an OpenAPI 3 document: 'openapi: 3.…' is missing.");
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{name}({exception.Start.Line},{exception.Start.Column}): this is not valid YAML: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    /// <summary>Returns a node, or the target of its reference.</summary>
    /// <exception cref="InvalidDataException">The target is missing, in another file, or a circular reference.</exception>
    public JsonObject? Resolve(JsonNode? node)
    {
        for (var steps = 0; node is JsonObject found; steps++)
        {
            if (found["$ref"] is not JsonValue reference)
            {
                return found;
            }

            node = steps < 100 ? Find(reference.ToString()) : throw new InvalidDataException($"{Name}: '{reference}' is a circular reference.");
        }

        return null;
    }

    private JsonObject Find(string reference)
    {
        JsonNode? node = reference.StartsWith("#/", StringComparison.Ordinal) ? Root : null;
        foreach (var segment in reference.Split('/').Skip(1))
        {
            var key = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = (node as JsonObject)?[key];
        }

        return node as JsonObject ?? throw new InvalidDataException($"{Name}: '{reference}' does not exist in this file.");
    }

    private IEnumerable<ContractOperation> ReadOperations() =>
        from path in Root["paths"] as JsonObject ?? []
        let item = Resolve(path.Value)
        where item is not null
        from method in Methods
        where item[method] is JsonObject
        select new ContractOperation(this, method, path.Key, item, (JsonObject)item[method]!);

    private IEnumerable<string> SecretsIn(JsonNode? node) => node switch
    {
        JsonObject map => SecretsOf(map).Concat(map.SelectMany(pair => SecretsIn(pair.Value))),
        JsonArray list => list.SelectMany(SecretsIn),
        _ => [],
    };

    // The secret properties of a schema, or the name of a secret parameter or security key.
    private IEnumerable<string> SecretsOf(JsonObject owner)
    {
        var properties = owner["properties"] as JsonObject ?? [];
        var isSecret = owner["in"] is JsonValue && ($"{owner["type"]}" == "apiKey" || IsSecret(owner) || IsSecret(owner["schema"]));
        return properties.Where(property => IsSecret(property.Value)).Select(property => property.Key).Concat(isSecret ? [$"{owner["name"]}"] : []);
    }

    private bool IsSecret(JsonNode? node)
    {
        const string Schemas = "#/components/schemas/";
        var schema = node is JsonObject found && $"{found["$ref"]}".StartsWith(Schemas, StringComparison.Ordinal)
            ? Root["components"]?["schemas"]?[$"{found["$ref"]}"[Schemas.Length..]] as JsonObject
            : node as JsonObject;
        return $"{schema?["x-secret"]}" == "true" || $"{schema?["format"]}" == "password";
    }
}

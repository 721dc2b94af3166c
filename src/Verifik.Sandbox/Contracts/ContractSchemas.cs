using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;

namespace Verifik.Sandbox.Contracts;

/// <summary>Validates values against the schemas of a contract. Made when something is validated first.</summary>
internal sealed class ContractSchemas(ContractDocument document)
{
    private const string Components = "#/components/schemas/";

    private readonly Lazy<IDictionary<string, JsonSchema>> _sent = new(() => Load(document, left: "readOnly"));
    private readonly Lazy<IDictionary<string, JsonSchema>> _received = new(() => Load(document, left: "writeOnly"));

    /// <summary>What is wrong with a value that a client sends; empty where nothing is.</summary>
    public IReadOnlyList<Misfit> CheckSent(JsonNode? value, JsonObject schema) => Check(value, schema, _sent.Value);

    /// <summary>What is wrong with a value that a server sends; empty where nothing is.</summary>
    public IReadOnlyList<Misfit> CheckReceived(JsonNode? value, JsonObject schema) => Check(value, schema, _received.Value);

    private static List<Misfit> Check(JsonNode? value, JsonObject schema, IDictionary<string, JsonSchema> schemas)
    {
        using var reader = new JsonTextReader(new StringReader(value?.ToJsonString() ?? "null")) { DateParseHandling = DateParseHandling.None };
        return [.. schemas[schema.GetPath()].Validate(JToken.ReadFrom(reader), SchemaType.OpenApi3).SelectMany(Misfit.Of).Distinct()];
    }

    // One document for the validator: each schema under the place where it stands, those of the components under their names too.
    private static IDictionary<string, JsonSchema> Load(ContractDocument document, string left)
    {
        var root = (JsonObject)document.Root.DeepClone();
        foreach (var (owner, properties) in Objects(root).Select(owner => (owner, owner["properties"] as JsonObject)).Where(pair => pair.Item2 is not null).ToList())
        {
            if (owner["required"] is JsonArray required)
            {
                owner["required"] = new JsonArray([.. required.Where(name => properties![$"{name}"]?[left]?.ToString() != "true").Select(name => name!.DeepClone())]);
            }
        }

        var definitions = new JsonObject((root["components"]?["schemas"] as JsonObject ?? []).Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())));
        foreach (var schema in Objects(root).Select(owner => owner["schema"]).OfType<JsonObject>())
        {
            definitions[schema.GetPath()] = schema.DeepClone();
        }

        var text = new JsonObject { ["definitions"] = definitions }.ToJsonString().Replace(Components, "#/definitions/", StringComparison.Ordinal);
        try
        {
            // Its own reader of OpenAPI is asynchronous only where a reference leads to another file.
            return JsonSchemaSerialization.FromJsonAsync<JsonSchema>(
                text,
                SchemaType.OpenApi3,
                documentPath: null,
                schema => new JsonReferenceResolver(new JsonSchemaAppender(schema, new DefaultTypeNameGenerator())),
                JsonSchema.CreateJsonSerializerContractResolver(SchemaType.OpenApi3),
                CancellationToken.None).GetAwaiter().GetResult().Definitions;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Newtonsoft.Json.JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"{document.Name}: its schemas cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Objects(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}

using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;

namespace Verifik.Sandbox.Contracts;

/// <summary>Validates values against the schemas of a contract. Created at the first validation.</summary>
internal sealed partial class ContractSchemas(ContractDocument document)
{
    private const string Components = "#/components/schemas/";
    private const int PrivateUse = 0xE000;
    private const int PrivateUseCount = 0x1900;

    private readonly Lazy<IDictionary<string, JsonSchema>> _sent = new(() => Load(document, left: "readOnly"));
    private readonly Lazy<IDictionary<string, JsonSchema>> _received = new(() => Load(document, left: "writeOnly"));

    /// <summary>Validates a value that a client sends; empty if it is valid.</summary>
    public IReadOnlyList<SchemaViolation> CheckSent(JsonNode? value, JsonObject schema) => Check(value, schema, _sent.Value);

    /// <summary>Validates a value that a server sends; empty if it is valid.</summary>
    public IReadOnlyList<SchemaViolation> CheckReceived(JsonNode? value, JsonObject schema) => Check(value, schema, _received.Value);

    private static List<SchemaViolation> Check(JsonNode? value, JsonObject schema, IDictionary<string, JsonSchema> schemas)
    {
        return [.. schemas[schema.GetPath()].Validate(Read(value), SchemaType.OpenApi3).SelectMany(SchemaViolation.Of).Distinct()];
    }

    private static JToken Read(JsonNode? value)
    {
        using var reader = new JsonTextReader(new StringReader(OneUnitEach(value?.ToJsonString() ?? "null"))) { DateParseHandling = DateParseHandling.None };
        var root = new JArray(JToken.ReadFrom(reader));

        // The validator compares numbers as decimals, and does not support integers larger than Int64.
        foreach (var number in root.Descendants().OfType<JValue>().Where(item => item.Value is BigInteger).ToList())
        {
            number.Value = (double)(BigInteger)number.Value!;
        }

        // Taken out of the list, so that the paths of errors do not include its index.
        var token = root[0];
        token.Remove();
        return token;
    }

    // A single document for the validator: each schema under its path, and those of the components also under their
    // names.
    private static IDictionary<string, JsonSchema> Load(ContractDocument document, string left)
    {
        var root = (JsonObject)document.Root.DeepClone();
        foreach (var owner in Objects(root).ToList())
        {
            if (owner["required"] is JsonArray required && owner["properties"] is JsonObject properties)
            {
                owner["required"] = new JsonArray([.. required.Where(name => properties[$"{name}"]?[left]?.ToString() != "true").Select(name => name!.DeepClone())]);
            }

            // The alternatives of oneOf often overlap in practice, so a value that matches several of them is accepted.
            if (owner["oneOf"] is JsonArray alternatives && !owner.ContainsKey("anyOf"))
            {
                owner.Remove("oneOf");
                owner["anyOf"] = alternatives;
            }

            // The validator ignores nullable next to a composition, so null is added as an alternative.
            if (owner["nullable"]?.ToString() == "true" && !owner.ContainsKey("type"))
            {
                var rest = new JsonObject();
                foreach (var (name, node) in owner.ToList())
                {
                    owner.Remove(name);
                    rest[name] = node;
                }

                rest.Remove("nullable");
                owner["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, rest);
            }
        }

        var definitions = new JsonObject((root["components"]?["schemas"] as JsonObject ?? []).Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone())));
        foreach (var schema in Objects(root).Select(owner => owner["schema"]).OfType<JsonObject>())
        {
            definitions[schema.GetPath()] = schema.DeepClone();
        }

        var text = OneUnitEach(new JsonObject { ["definitions"] = definitions }.ToJsonString()).Replace(Components, "#/definitions/", StringComparison.Ordinal);
        try
        {
            // The OpenAPI reader is asynchronous only for references to other files.
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

    // A contract counts Unicode code points, but the validator counts UTF-16 code units. So each surrogate pair is
    // replaced by a single character, both in the schemas and in the values.
    private static string OneUnitEach(string json) => Pair().Replace(json, pair => $"\\u{PrivateUse + ((Unit(pair, "high") ^ Unit(pair, "low")) % PrivateUseCount):X4}");

    private static int Unit(Match pair, string group) => int.Parse(pair.Groups[group].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\u(?<high>[Dd][89ABab][0-9A-Fa-f]{2})\\u(?<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Objects(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}

using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;

namespace Verifik.Sandbox.Contracts;

/// <summary>Validates values against the schemas of a contract. Made when something is validated first.</summary>
internal sealed partial class ContractSchemas(ContractDocument document)
{
    private const string Components = "#/components/schemas/";
    private const int PrivateUse = 0xE000;
    private const int PrivateUseCount = 0x1900;

    private readonly Lazy<IDictionary<string, JsonSchema>> _sent = new(() => Load(document, left: "readOnly"));
    private readonly Lazy<IDictionary<string, JsonSchema>> _received = new(() => Load(document, left: "writeOnly"));

    /// <summary>What is wrong with a value that a client sends; empty where nothing is.</summary>
    public IReadOnlyList<Misfit> CheckSent(JsonNode? value, JsonObject schema) => Check(value, schema, _sent.Value);

    /// <summary>What is wrong with a value that a server sends; empty where nothing is.</summary>
    public IReadOnlyList<Misfit> CheckReceived(JsonNode? value, JsonObject schema) => Check(value, schema, _received.Value);

    private static List<Misfit> Check(JsonNode? value, JsonObject schema, IDictionary<string, JsonSchema> schemas)
    {
        return [.. schemas[schema.GetPath()].Validate(Read(value), SchemaType.OpenApi3).SelectMany(Misfit.Of).Distinct()];
    }

    private static JToken Read(JsonNode? value)
    {
        using var reader = new JsonTextReader(new StringReader(OneUnitEach(value?.ToJsonString() ?? "null"))) { DateParseHandling = DateParseHandling.None };
        var root = new JArray(JToken.ReadFrom(reader));

        // The validator compares numbers as decimals, and knows none that is larger than an Int64.
        foreach (var number in root.Descendants().OfType<JValue>().Where(item => item.Value is BigInteger).ToList())
        {
            number.Value = (double)(BigInteger)number.Value!;
        }

        // Alone again, or the places that the validator names would begin in the list.
        var token = root[0];
        token.Remove();
        return token;
    }

    // One document for the validator: each schema under the place where it stands, those of the components under their names too.
    private static IDictionary<string, JsonSchema> Load(ContractDocument document, string left)
    {
        var root = (JsonObject)document.Root.DeepClone();
        foreach (var owner in Objects(root).ToList())
        {
            if (owner["required"] is JsonArray required && owner["properties"] is JsonObject properties)
            {
                owner["required"] = new JsonArray([.. required.Where(name => properties[$"{name}"]?[left]?.ToString() != "true").Select(name => name!.DeepClone())]);
            }

            // Authors write an id or a record, a text or one of some texts: that a value is both is no mistake.
            if (owner["oneOf"] is JsonArray alternatives && !owner.ContainsKey("anyOf"))
            {
                owner.Remove("oneOf");
                owner["anyOf"] = alternatives;
            }

            // The validator overlooks a null beside a composition: as an alternative of it, it is seen.
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

    // A contract counts the characters of Unicode; the validator, the halves of those that .NET writes in two. Each of those
    // is replaced by one that is written in one, in the schemas as in the values.
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

using Newtonsoft.Json.Linq;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>The check's view of examples, beside that of a validator that is not ours.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Contracts => [Repository.Contract, Path.Combine(AppContext.BaseDirectory, "Contract", "small.yaml")];

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task EveryExample_IsAValueOfItsSchema(string file)
    {
        var root = ContractTree.Load(await File.ReadAllTextAsync(file));
        var media = MediaTypes(root).ToList();
        Assert.NotEmpty(media);

        foreach (var (schema, examples) in media)
        {
            var validator = await JsonSchema.FromJsonAsync(InJsonSchema(schema, root));
            foreach (var (_, example) in examples)
            {
                Assert.Empty(validator.Validate(Json(example["value"])));
            }
        }
    }

    // JSON Schema keeps its named schemas under 'definitions', OpenAPI under 'components'.
    private static string InJsonSchema(YamlNode schema, YamlMappingNode root) =>
        new JObject { ["allOf"] = new JArray(Json(schema)), ["definitions"] = Json(root["components"]["schemas"]) }
            .ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);

    private static IEnumerable<(YamlNode Schema, YamlMappingNode Examples)> MediaTypes(YamlNode node) => node switch
    {
        YamlMappingNode mapping when mapping.Children.TryGetValue("examples", out var examples) => [(mapping["schema"], (YamlMappingNode)examples)],
        YamlMappingNode mapping => mapping.SelectMany(entry => MediaTypes(entry.Value)),
        YamlSequenceNode sequence => sequence.SelectMany(MediaTypes),
        _ => [],
    };

    private static JToken Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JObject(mapping.Select(entry => new JProperty(entry.Key.ToString(), Json(entry.Value)))),
        YamlSequenceNode sequence => new JArray(sequence.Select(Json)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when IsLiteral(scalar.Value!) => JToken.Parse(scalar.Value!),
        _ => JValue.CreateString(node.ToString()),
    };

    private static bool IsLiteral(string value) =>
        value is "true" or "false" or "null" || decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _);
}

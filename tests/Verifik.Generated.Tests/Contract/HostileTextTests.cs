using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>Text of a contract is escaped: it cannot end a comment, a string or an attribute.</summary>
[Trait("Run", "Long")]
public sealed class HostileTextTests
{
    // A way out of each place that the templates write text to. Separators and controls other than these are refused by
    // the check (VC0009), and NSwag cannot read them: its YAML becomes JSON escapes that do not exist.
    public static TheoryData<string> WaysOut =>
    [
        "\"); System.Environment.Exit(1); //",
        "\"\"\" + Injected() + \"\"\"",
        "\\\"); Injected(); //",
        "\\",
        "*/ public class Injected { } /*",
        "</summary> <see cref=\"Nothing\"/> & ]]> <!-- -->",
        "A line.\npublic class Injected { }\n#endif\n#error Injected\n/// </summary>",
        "A line.\rpublic class Injected { }",
        "{{ 7 | times: 6 }} {% raw %} {% endraw %} {% comment %} {{ Injected }}",
        "{Injected()} {{Injected()}} $\"{Injected()}\"",
        "'c' @\"verbatim\"\"\"",
    ];

    [Theory]
    [MemberData(nameof(WaysOut))]
    public async Task HostileTextInAContract_DoesNotChangeTheCode(string text)
    {
        var plain = await GenerateAsync(WithTexts("text"));

        var hostile = await GenerateAsync(WithTexts(text));

        Assert.Equal(GeneratedCode.Shape(plain), GeneratedCode.Shape(hostile));
        Assert.Empty(GeneratedCode.Errors(hostile));
    }

    [Theory]
    [InlineData("^(\"|\\\\|'|\\{\\{|\\*/|//|</summary>)$")]
    [InlineData("^\"#endif */ \\ \" + Injected() + \"$")]
    [InlineData("^\\p{L}\\u0041[^\"\\]]{2,3}(?<name>x)\\k<name>$")]
    public async Task AHostilePattern_StaysAPattern(string pattern)
    {
        var root = Load();
        Property(root, "PhoneLoginRequest", "countryCode").Children["pattern"] = Quoted(pattern);

        var source = await GenerateAsync(Save(root));

        Assert.Equal(GeneratedCode.Shape(await GenerateAsync(File.ReadAllText(Repository.Contract))), GeneratedCode.Shape(source));
        Assert.Empty(GeneratedCode.Errors(source));
        Assert.Contains(pattern.Replace("\"", "\"\"", StringComparison.Ordinal), source, StringComparison.Ordinal);
    }

    private static Task<string> GenerateAsync(string contract) => NSwagGenerator.Build.GenerateAsync(contract, CompiledClient.Name);

    private static string WithTexts(string text)
    {
        var root = Load();
        foreach (var (parent, key) in Texts(root).ToList())
        {
            parent.Children[key] = Quoted(text);
        }

        Property(root, "PhoneLoginRequest", "type").Children["default"] = Quoted(text);
        var validation = (YamlMappingNode)root["components"]["schemas"]["PhoneValidation"]["properties"];
        var request = (YamlMappingNode)root["components"]["schemas"]["PhoneLoginRequest"]["properties"];
        foreach (var properties in new[] { validation, request })
        {
            properties.Children[Quoted(text.ReplaceLineEndings(" "))] = new YamlMappingNode("type", "string", "description", "Named by " + text, "x-csharp-name", "Hostile");
        }

        return Save(root);
    }

    private static IEnumerable<(YamlMappingNode Parent, YamlNode Key)> Texts(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.SelectMany(entry => IsText(entry) ? [(mapping, entry.Key)] : Texts(entry.Value)),
        YamlSequenceNode sequence => sequence.SelectMany(Texts),
        _ => [],
    };

    private static bool IsText(KeyValuePair<YamlNode, YamlNode> entry) =>
        entry is { Key: YamlScalarNode { Value: "description" or "summary" or "title" or "x-source" or "example" }, Value: YamlScalarNode };

    private static YamlMappingNode Property(YamlMappingNode root, string schema, string name) =>
        (YamlMappingNode)root["components"]["schemas"][schema]["properties"][name];

    private static YamlScalarNode Quoted(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };

    private static YamlMappingNode Load() => ContractTree.Load(File.ReadAllText(Repository.Contract));

    private static string Save(YamlMappingNode root) => ContractTree.Save(root);
}

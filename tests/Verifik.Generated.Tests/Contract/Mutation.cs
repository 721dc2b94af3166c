using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>One small change of a contract, at one place.</summary>
/// <param name="Place">Keys and indexes from the root, for people: <c>info > version</c>.</param>
/// <param name="Change">What is done there.</param>
/// <param name="Apply">Does it, to a tree that nobody else has.</param>
internal sealed record Mutation(string Place, string Change, Action<YamlMappingNode> Apply)
{
    public override string ToString() => $"{Place}: {Change}";

    public string Of(string contract)
    {
        var root = ContractTree.Load(contract);
        Apply(root);
        return ContractTree.Save(root);
    }

    public static Mutation Remove(string[] steps) => new(Name(steps), "removed", root =>
    {
        var parent = Find(root, steps[..^1]);
        _ = parent is YamlMappingNode mapping ? mapping.Children.Remove(steps[^1]) : ((YamlSequenceNode)parent).Children.Remove(Child(parent, steps[^1]));
    });

    public static Mutation Rename(string[] steps, string name) => new(Name(steps), $"renamed to {name}", root =>
    {
        var parent = (YamlMappingNode)Find(root, steps[..^1]);
        var entries = parent.Children.ToList();
        parent.Children.Clear();
        foreach (var (key, value) in entries)
        {
            parent.Children.Add(((YamlScalarNode)key).Value == steps[^1] ? new YamlScalarNode(name) { Style = ((YamlScalarNode)key).Style } : key, value);
        }
    });

    public static Mutation Set(string[] steps, string value) => new(Name(steps), $"becomes {value.ReplaceLineEndings(" ")}", root =>
    {
        var scalar = (YamlScalarNode)Find(root, steps);
        scalar.Value = value;
    });

    public static Mutation Add(string[] steps, string key, YamlNode value) => new(Name(steps), $"gets {key}: {value}", root =>
        ((YamlMappingNode)Find(root, steps)).Children[key] = value);

    public static Mutation Append(string[] steps, string item) => new(Name(steps), $"gets {item}", root =>
        ((YamlSequenceNode)Find(root, steps)).Add(new YamlScalarNode(item) { Style = ScalarStyle.SingleQuoted }));

    private static string Name(string[] steps) => string.Join(" > ", steps);

    private static YamlNode Find(YamlNode node, string[] steps) => steps.Aggregate(node, Child);

    private static YamlNode Child(YamlNode node, string step) =>
        node is YamlSequenceNode sequence ? sequence.Children[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step];
}

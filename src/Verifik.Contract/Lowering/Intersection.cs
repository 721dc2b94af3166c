using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Combines two parts of an <c>allOf</c>: the narrower of two limits, the common values of two enumerations, otherwise
/// the later value.
/// </summary>
internal static class Intersection
{
    public static void Add(Dictionary<string, YamlNode> facts, IReadOnlyDictionary<string, YamlNode> more)
    {
        var isCommon = facts.ContainsKey("enum") && more.ContainsKey("enum");
        var names = Names(facts).Concat(Names(more)).DistinctBy(pair => pair.Key).ToDictionary();
        var limits = ((string[])["minimum", "maximum"]).Where(key => facts.ContainsKey(key) && more.ContainsKey(key)).ToList();
        foreach (var (key, value) in more)
        {
            var before = facts.GetValueOrDefault(key);
            switch (key)
            {
                case "minimum" or "maximum" when before is not null:
                    AddLimit(facts, more, key);
                    break;
                case "exclusiveMinimum" or "exclusiveMaximum" when limits.Contains(key == "exclusiveMinimum" ? "minimum" : "maximum"):
                    break;
                case "minLength" or "minItems" when IsNarrower(before, value, isLow: true):
                case "maxLength" or "maxItems" when IsNarrower(before, value, isLow: false):
                case "uniqueItems" when before is YamlScalar { Text: "true" }:
                case "type" when before is YamlScalar { Text: "integer" } && value is YamlScalar { Text: "number" }:
                    break;
                case "enum" when before is YamlSequence one && value is YamlSequence other:
                    facts[key] = Common(one, other);
                    break;
                default:
                    facts[key] = value;
                    break;
            }
        }

        if (isCommon && names.Count > 0 && facts.GetValueOrDefault("enum") is YamlSequence values)
        {
            facts["x-enumNames"] = Sequence(values, values.Items.Select(value => names.GetValueOrDefault(Text(value))).OfType<YamlNode>());
        }
    }

    private static void AddLimit(Dictionary<string, YamlNode> facts, IReadOnlyDictionary<string, YamlNode> more, string key)
    {
        var exclusive = key == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
        var (before, value) = (facts[key], more[key]);
        var isSame = !IsNarrower(before, value, key == "minimum") && !IsNarrower(value, before, key == "minimum");
        if (IsNarrower(value, before, key == "minimum") || (isSame && more.ContainsKey(exclusive)))
        {
            facts[key] = value;
            facts.Remove(exclusive);
            if (more.TryGetValue(exclusive, out var flag))
            {
                facts[exclusive] = flag;
            }
        }
    }

    private static bool IsNarrower(YamlNode? one, YamlNode other, bool isLow) =>
        one is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } left && other is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } right
        && (isLow ? left.Number > right.Number : left.Number < right.Number);

    private static YamlSequence Common(YamlSequence one, YamlSequence other)
    {
        var texts = other.Items.Select(Text).ToHashSet();
        return one.Items.All(value => texts.Contains(Text(value))) ? one : Sequence(other, one.Items.Where(value => texts.Contains(Text(value))));
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Names(IReadOnlyDictionary<string, YamlNode> facts) =>
        facts.GetValueOrDefault("enum") is YamlSequence values && facts.GetValueOrDefault("x-enumNames") is YamlSequence names
            ? values.Items.Zip(names.Items, (value, name) => KeyValuePair.Create(Text(value), name))
            : [];

    private static string Text(YamlNode value) => value is YamlScalar scalar ? $"{scalar.Kind} {scalar.Text}" : "";

    private static YamlSequence Sequence(YamlNode at, IEnumerable<YamlNode> items)
    {
        var list = new YamlSequence(at.Position);
        foreach (var item in items)
        {
            list.AddReference(item);
        }

        return list;
    }
}

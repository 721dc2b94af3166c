using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>
/// Every small change of a contract: each key and item removed, each value changed, each name another, each property
/// required, optional or secret, each operation with and without the token.
/// </summary>
internal static class Mutations
{
    // Where the keys are names that the author of the contract chose, or a choice of OpenAPI's (a method, a status).
    private static readonly HashSet<string> Named = ["paths", "responses", "content", "examples", "schemas", "properties", "securitySchemes"];

    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["type"] = ["string", "integer", "boolean", "number", "array", "object"],
        ["format"] = ["int32", "int64", "double", "date-time"],
        ["in"] = ["query", "header", "path"],
        ["pattern"] = ["^.*$", "^[0-9]{7}$"],
        ["openapi"] = ["3.2.0", "3.1.1", "3.0.2"],
        ["version"] = ["1.0", "9.9.9"],
        ["operationId"] = ["SomethingElse", "somethingElse"],
        ["x-csharp-name"] = ["Other", "other", "ToString"],
        ["scheme"] = ["basic"],
        ["url"] = ["https://elsewhere.example", "http://elsewhere.example"],
    };

    public static IEnumerable<Mutation> Of(string contract)
    {
        var root = ContractTree.Load(contract);
        var schemas = ((YamlMappingNode)root["components"]["schemas"]).Children.Keys.Select(key => key.ToString()).ToArray();
        return Walk(root, [], schemas);
    }

    private static IEnumerable<Mutation> Walk(YamlNode node, string[] steps, string[] schemas) => node switch
    {
        YamlMappingNode mapping => mapping.SelectMany(entry => Entry(entry, steps, schemas)).Concat(Whole(mapping, steps)),
        YamlSequenceNode sequence => sequence.SelectMany((item, index) => Item(item, [.. steps, index.ToString(CultureInfo.InvariantCulture)], schemas)),
        _ => [],
    };

    private static IEnumerable<Mutation> Entry(KeyValuePair<YamlNode, YamlNode> entry, string[] steps, string[] schemas)
    {
        var key = ((YamlScalarNode)entry.Key).Value!;
        string[] at = [.. steps, key];
        yield return Mutation.Remove(at);

        foreach (var name in Names(key, steps))
        {
            yield return Mutation.Rename(at, name);
        }

        foreach (var value in entry.Value is YamlScalarNode scalar ? Values(key, scalar, schemas) : [])
        {
            yield return Mutation.Set(at, value);
        }

        foreach (var deeper in Walk(entry.Value, at, schemas))
        {
            yield return deeper;
        }
    }

    private static IEnumerable<Mutation> Item(YamlNode item, string[] steps, string[] schemas)
    {
        IEnumerable<Mutation> values = item is YamlScalarNode scalar ? [Mutation.Set(steps, scalar.Value + "X")] : [];
        return [Mutation.Remove(steps), .. values, .. Walk(item, steps, schemas)];
    }

    private static IEnumerable<Mutation> Whole(YamlMappingNode node, string[] steps)
    {
        if (node.Children.ContainsKey("operationId"))
        {
            var needsToken = ((YamlSequenceNode)node["security"]).Children.Count > 0;
            yield return Mutation.Add(steps, "security", needsToken ? new YamlSequenceNode() : new YamlSequenceNode(new YamlMappingNode("accessToken", new YamlSequenceNode())));
        }

        if (steps is [.., "properties", _] && !node.Children.ContainsKey("x-secret"))
        {
            yield return Mutation.Add(steps, "x-secret", new YamlScalarNode("true"));
        }

        if (steps is ["components", "schemas", _] && node.Children.TryGetValue("properties", out var properties))
        {
            var required = node.Children.TryGetValue("required", out var list) ? ((YamlSequenceNode)list).Select(name => name.ToString()).ToArray() : [];
            foreach (var property in ((YamlMappingNode)properties).Children.Keys.Select(key => key.ToString()).Except(required))
            {
                yield return required.Length > 0
                    ? Mutation.Append([.. steps, "required"], property)
                    : Mutation.Add(steps, "required", new YamlSequenceNode(new YamlScalarNode(property) { Style = ScalarStyle.SingleQuoted }));
            }
        }
    }

    private static string[] Names(string key, string[] steps) => (steps, key) switch
    {
        (["paths"], _) => [key + "/other"],
        (["paths", _], "get") => ["post"],
        (["paths", _], _) => ["put"],
        ([.., "responses"], "default") => ["500"],
        ([.., "responses"], _) => [key[..2] + "8"],
        ([.., var parent], _) when Named.Contains(parent) => [key + "Other"],
        _ => [],
    };

    private static IEnumerable<string> Values(string key, YamlScalarNode scalar, string[] schemas)
    {
        var value = scalar.Value!;
        if (Choices.TryGetValue(key, out var choices) && choices.Length > 0 && scalar.Style != ScalarStyle.DoubleQuoted)
        {
            return choices.Where(choice => choice != value);
        }

        if (key == "$ref")
        {
            return schemas.Select(schema => "#/components/schemas/" + schema).Append("#/components/schemas/Nothing").Where(other => other != value);
        }

        if (scalar.Style == ScalarStyle.Plain && value is "true" or "false")
        {
            return [value == "true" ? "false" : "true"];
        }

        if (scalar.Style == ScalarStyle.Plain && long.TryParse(value, CultureInfo.InvariantCulture, out var number))
        {
            return [(number + 1).ToString(CultureInfo.InvariantCulture), (number - 1).ToString(CultureInfo.InvariantCulture)];
        }

        return [value.TrimEnd() + " otherwise"];
    }
}

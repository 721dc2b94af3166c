using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>Converts an OpenAPI 3.0 contract to the equivalent 3.1 contract.</summary>
internal static class ContractTwin
{
    // What holds values, whatever their keys are.
    private static readonly string[] Values = ["example", "examples", "default", "enum"];

    public static string Of(string contract)
    {
        var root = ContractTree.Load(contract);
        root.Children["openapi"] = new YamlScalarNode("3.1.1");
        Rewrite(root, isSchema: false);
        return ContractTree.Save(root);
    }

    private static void Rewrite(YamlNode node, bool isSchema)
    {
        if (node is not YamlMappingNode mapping)
        {
            return;
        }

        foreach (var (key, child) in mapping.Children.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value)).Where(child => !Values.Contains(child.Item1)).ToList())
        {
            var children = child switch
            {
                YamlSequenceNode list => list.Children.Select(item => (Node: item, IsSchema: key is "allOf" or "oneOf" or "anyOf")),
                YamlMappingNode map when key is "properties" or "schemas" => map.Children.Values.Select(item => (Node: item, IsSchema: true)),
                _ => [(Node: child, IsSchema: key is "schema" or "items" or "additionalProperties")],
            };
            foreach (var (next, isNextSchema) in children.ToList())
            {
                Rewrite(next, isNextSchema);
            }
        }

        if (isSchema)
        {
            RewriteSchema(mapping);
        }
    }

    private static void RewriteSchema(YamlMappingNode schema)
    {
        RewriteNullable(schema);
        foreach (var (exclusive, limit) in new[] { ("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum") })
        {
            if (Take(schema, exclusive) is not null)
            {
                schema.Children[exclusive] = Take(schema, limit)!;
            }
        }

        if (schema.Children.TryGetValue("format", out var format) && format is YamlScalarNode { Value: "byte" })
        {
            Take(schema, "format");
            schema.Children["contentEncoding"] = "base64";
        }

        if (schema.Children.TryGetValue("enum", out var values) && values is YamlSequenceNode { Children: [var only] })
        {
            Take(schema, "enum");
            schema.Children["const"] = only;
        }

        if (Take(schema, "example") is { } example)
        {
            schema.Children["examples"] = new YamlSequenceNode(example);
        }
    }

    private static void RewriteNullable(YamlMappingNode schema)
    {
        if (Take(schema, "nullable") is null)
        {
            return;
        }

        var isNull = new YamlMappingNode("type", new YamlScalarNode("null") { Style = ScalarStyle.SingleQuoted });
        if (schema.Children.TryGetValue("type", out var type))
        {
            schema.Children["type"] = new YamlSequenceNode(type, isNull["type"]);
        }
        else if (((string[])["oneOf", "anyOf"]).FirstOrDefault(key => schema.Children.ContainsKey(key)) is { } alternatives)
        {
            ((YamlSequenceNode)schema[alternatives]).Add(isNull);
        }
        else
        {
            schema.Children["anyOf"] = new YamlSequenceNode(((YamlSequenceNode)Take(schema, "allOf")!)[0], isNull);
        }
    }

    private static YamlNode? Take(YamlMappingNode node, string key)
    {
        var value = node.Children.TryGetValue(key, out var found) ? found : null;
        node.Children.Remove(key);
        return value;
    }
}

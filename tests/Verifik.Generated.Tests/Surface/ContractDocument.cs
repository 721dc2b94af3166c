using Verifik.Tests.Contract;
using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Surface;

/// <summary>openapi/verifik.yaml, for tests that compare the code with it.</summary>
internal static class ContractDocument
{
    public static YamlMappingNode Root { get; } =
        ContractTree.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "verifik.yaml")));

    /// <summary>The schemas by name, each with its properties by their name on the wire.</summary>
    public static IEnumerable<(string Schema, string Property, YamlMappingNode Definition)> Properties() =>
        from schema in (YamlMappingNode)Root["components"]["schemas"]
        where ((YamlMappingNode)schema.Value).Children.ContainsKey("properties")
        from property in (YamlMappingNode)schema.Value["properties"]
        select (((YamlScalarNode)schema.Key).Value!, ((YamlScalarNode)property.Key).Value!, (YamlMappingNode)property.Value);
}

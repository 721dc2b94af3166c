using YamlDotNet.RepresentationModel;

namespace Verifik.Tests.Contract;

/// <summary>A contract with the SDK's own operations beside its own, so that the SDK's hand-written part compiles with it.</summary>
internal static class ContractMerge
{
    public static string WithSdk(string contract)
    {
        var root = ContractTree.Load(contract);
        var sdk = ContractTree.Load(File.ReadAllText(Repository.Contract));
        Add((YamlMappingNode)root["paths"], (YamlMappingNode)sdk["paths"]);
        foreach (var section in (YamlMappingNode)sdk["components"])
        {
            var components = (YamlMappingNode)root["components"];
            if (!components.Children.ContainsKey(section.Key))
            {
                components.Add(section.Key, new YamlMappingNode());
            }

            Add((YamlMappingNode)components[section.Key], (YamlMappingNode)section.Value);
        }

        return ContractTree.Save(root);
    }

    private static void Add(YamlMappingNode to, YamlMappingNode from)
    {
        foreach (var (key, value) in from.Where(entry => !to.Children.ContainsKey(entry.Key)))
        {
            to.Add(key, value);
        }
    }
}

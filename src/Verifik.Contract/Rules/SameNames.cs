using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0022: no two things have one name in C#.</summary>
internal static class SameNames
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema))
        {
            CheckProperties(contract, schema, findings);
        }

        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            foreach (var twin in Twins(ContractDocument.Parameters(operation), CSharpName.OfParameter).Where(twin => twin.Second.Text("name") != twin.First.Text("name") || twin.Second.Text("in") != twin.First.Text("in")))
            {
                findings.Add(Codes.SameName, twin.Second["name"] ?? twin.Second, $"'{twin.Second.Text("name")}' and '{twin.First.Text("name")}' are both '{twin.Name}' in C#; add 'x-originalName' to one");
            }
        }
    }

    private static void CheckProperties(ContractDocument contract, YamlMapping schema, Findings findings)
    {
        var properties = ContractDocument.Properties(schema).ToList();
        foreach (var (first, second, name) in Twins(properties, CSharpName.OfProperty))
        {
            findings.AddAtKey(Codes.SameName, second, $"'{second.Key}' and '{first.Key}' are both '{name}' in C#; add 'x-csharp-name' to one");
        }

        var types = properties.Select(property => (property, target: contract.Target(property)?.Key)).Where(pair => pair.target is not null).ToList();
        foreach (var property in properties)
        {
            var name = CSharpName.OfProperty(property);
            if (name == schema.Key)
            {
                findings.AddAtKey(Codes.SameName, property, $"'{property.Key}' would be '{name}', the name of its class, which NSwag changes to '{name}1'; add 'x-csharp-name'");
            }
            else if (types.FirstOrDefault(pair => pair.target == name && pair.property != property) is { property: { } user } && contract.Target(property)?.Key != name)
            {
                findings.AddAtKey(Codes.SameName, property, $"'{name}' is also the type of '{user.Key}' in this class; add 'x-csharp-name'");
            }
            else if (property.Has("pattern") && properties.FirstOrDefault(other => CSharpName.OfProperty(other) == name + "Pattern") is { } other)
            {
                findings.AddAtKey(Codes.SameName, other, $"'{name}Pattern' is the generator's name for the pattern of '{property.Key}'; add 'x-csharp-name'");
            }
        }
    }

    private static IEnumerable<(YamlMapping First, YamlMapping Second, string Name)> Twins(IEnumerable<YamlMapping> nodes, Func<YamlMapping, string> name) =>
        nodes.GroupBy(name).SelectMany(same => same.Skip(1).Select(second => (same.First(), second, same.Key)));
}

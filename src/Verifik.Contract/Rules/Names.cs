using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0021: a name in C# reads as if a person had chosen it.</summary>
internal static class Names
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var schema in contract.Of(Vocabulary.Schema).Where(schema => !CSharpName.IsPascalCase(schema.Key)))
        {
            findings.AddAtKey(Codes.Name, schema, $"The schema '{schema.Key}' is not PascalCase that ends in a letter; call it '{CSharpName.ToPascalCase(schema.Key)}'");
        }

        foreach (var property in contract.Of(Vocabulary.Property))
        {
            CheckProperty(property, findings);
        }

        foreach (var parameter in contract.Of(Vocabulary.Parameter))
        {
            CheckParameter(parameter, findings);
        }
    }

    private static void CheckProperty(YamlMapping property, Findings findings)
    {
        var name = CSharpName.OfProperty(property);
        if (CSharpName.IsPascalCase(name))
        {
            return;
        }

        if (property["x-csharp-name"] is YamlScalar { Kind: ScalarKind.Text } chosen)
        {
            findings.Add(Codes.Name, chosen, $"'{name}' is not PascalCase that ends in a letter; write '{CSharpName.ToPascalCase(name)}'");
        }
        else
        {
            findings.AddAtKey(Codes.Name, property, $"'{property.Key}' makes no name in C#; add 'x-csharp-name: {CSharpName.ToPascalCase(property.Key)}'");
        }
    }

    private static void CheckParameter(YamlMapping parameter, Findings findings)
    {
        var name = CSharpName.OfParameter(parameter);
        if ((parameter["x-originalName"] ?? parameter["name"]) is not YamlScalar { Kind: ScalarKind.Text } value)
        {
            return;
        }

        if (!CSharpName.IsCamelCase(name))
        {
            findings.Add(Codes.Name, value, $"'{value.Text}' makes no name of a parameter in C#; add 'x-originalName: {CSharpName.ToCamelCase(value.Text)}'");
        }
        else if (ReservedNames.Parameters.Contains(name))
        {
            findings.Add(Codes.ReservedName, value, $"'{name}' is a keyword of C# or a variable of the generated method; add another name, 'x-originalName: {name}Value'");
        }
    }
}

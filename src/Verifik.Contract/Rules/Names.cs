using Verifik.Contract.Lowering;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0021, VC0022 and VC0023: each C# name follows the naming conventions, is unique, and is not reserved.</summary>
internal static class Names
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        var first = new Dictionary<string, NamedType>();
        foreach (var type in contract.Types)
        {
            CheckType(type, contract.Source.Client, first, findings);
            CheckProperties(type, findings);
            CheckMembers(type, findings);
        }

        foreach (var operation in contract.Operations)
        {
            CheckParameters(operation, findings);
        }
    }

    private static void CheckType(NamedType type, ClientName client, Dictionary<string, NamedType> first, Findings findings)
    {
        var what = type.Kind == TypeKind.Enum ? "enumeration" : "object";
        if (type.Node["x-csharp-name"] is YamlScalar { Kind: ScalarKind.Text } chosen && !CSharpName.IsPascalCase(chosen.Text))
        {
            findings.Add(Codes.Name, chosen, NotPascal(chosen.Text));
        }
        else if (type.Name.Length == 0)
        {
            findings.AddMissing(Codes.Name, type.Node, "x-csharp-name", $"This {what} has no name in C#; add one with 'x-csharp-name'");
        }
        else if (!first.TryAdd(type.Name, type))
        {
            findings.AddAtKey(
                Codes.SameName,
                type.Node,
                $"This {what} would be '{type.Name}' in C#, as is the one at line {first[type.Name].Node.KeyPosition.Line}; choose another name with 'x-csharp-name'");
        }
        else if (ReservedNames.IsType(type.Name, client))
        {
            findings.AddAtKey(
                Codes.ReservedName,
                type.Node,
                $"A type '{type.Name}' already exists in the SDK or in a .NET namespace that the generated code imports; choose another name with 'x-csharp-name'");
        }
    }

    private static void CheckProperties(NamedType type, Findings findings)
    {
        var seen = new Dictionary<string, LoweredProperty>();
        foreach (var property in type.Members)
        {
            var (node, name) = (property.Node, property.Name);
            if (node["x-csharp-name"] is YamlScalar { Kind: ScalarKind.Text } chosen && !CSharpName.IsPascalCase(chosen.Text))
            {
                findings.Add(Codes.Name, chosen, NotPascal(chosen.Text));
            }
            else if (name.Length == 0)
            {
                findings.AddMissing(Codes.Name, node, "x-csharp-name", $"'{node.Key}' cannot be converted to a C# name; add 'x-csharp-name'");
            }
            else if (!seen.TryAdd(name, property))
            {
                findings.AddAtKey(Codes.SameName, node, $"'{node.Key}' and '{seen[name].Node.Key}' are both '{name}' in C#; add 'x-csharp-name' to one");
            }
            else if (name == type.Name)
            {
                findings.AddAtKey(Codes.SameName, node, $"'{node.Key}' would be '{name}', the name of its class, which is not allowed in C#; add 'x-csharp-name'");
            }
            else if (ReservedNames.Members.Contains(name))
            {
                findings.AddAtKey(
                    Codes.ReservedName,
                    node["x-csharp-name"] ?? node,
                    $"'{name}' is a member that the generated class has or uses; choose another name with 'x-csharp-name'");
            }
        }

        var leaves = type.Members.Where(property => property.Type.Leaf.Kind == TypeKind.Text && type.IsWritten);
        foreach (var property in leaves.Where(property => property.Type.Leaf.Schema.Has("pattern")))
        {
            if (seen.TryGetValue(property.Name + "Pattern", out var other))
            {
                findings.AddAtKey(
                    Codes.SameName,
                    other.Node,
                    $"'{property.Name}Pattern' is the generator's name for the pattern of '{property.Node.Key}'; add 'x-csharp-name'");
            }
        }
    }

    private static void CheckMembers(NamedType type, Findings findings)
    {
        var seen = new Dictionary<string, YamlScalar>();
        foreach (var (value, name) in type.Kind == TypeKind.Enum ? EnumMembers.Of(type.Schema) : [])
        {
            if (name is null || !CSharpName.IsPascalCase(name))
            {
                findings.Add(Codes.Name, value, $"The value '{value.Text}' cannot be converted to a C# name; name all values, in their order, with 'x-enumNames: [ … ]'");
            }
            else if (ReservedNames.EnumMembers.Contains(name) || name == type.Name)
            {
                findings.Add(
                    Codes.ReservedName,
                    value,
                    $"'{name}' is a member of the generated type; name all values, in their order, with 'x-enumNames: [ … ]'");
            }
            else if (!seen.TryAdd(name, value))
            {
                findings.Add(
                    Codes.SameName,
                    value,
                    seen[name].Text == value.Text ? $"'{value.Text}' is listed twice" : $"'{value.Text}' and '{seen[name].Text}' are both '{name}' in C#; name all values, in their order, with 'x-enumNames: [ … ]'");
            }
        }
    }

    private static void CheckParameters(LoweredOperation operation, Findings findings)
    {
        var seen = new Dictionary<string, LoweredParameter>();
        foreach (var parameter in operation.Parameters)
        {
            var name = parameter.Name;
            if ((parameter.Node["x-originalName"] ?? parameter.Node["name"]) is not YamlScalar { Kind: ScalarKind.Text } value)
            {
                continue;
            }

            if (!CSharpName.IsCamelCase(name) && (parameter.Node.Has("x-originalName") || name.Length == 0))
            {
                findings.Add(
                    Codes.Name,
                    value,
                    $"'{value.Text}' cannot be converted to a C# parameter name; add 'x-originalName: {CSharpName.Camel(value.Text) ?? "…"}'");
            }
            else if (ReservedNames.Parameters.Contains(name) || (name == "body" && operation.Body is not null))
            {
                findings.Add(Codes.ReservedName, value, $"'{name}' is a variable of the generated method; choose another name, 'x-originalName: {name}Value'");
            }
            else if (!seen.TryAdd(name, parameter))
            {
                findings.Add(Codes.SameName, value, $"'{parameter.WireName}' and '{seen[name].WireName}' are both '{name}' in C#; add 'x-originalName' to one");
            }
        }
    }

    private static string NotPascal(string name) =>
        $"'{name}' is not PascalCase{(CSharpName.Pascal(name) is { } near && CSharpName.IsPascalCase(near) ? $"; write '{near}'" : "")}";
}

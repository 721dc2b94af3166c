using Verifik.Contract.Lowering;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0012 and VC0014: requests and parameters have one type, which the client can check and write.</summary>
internal static class Requests
{
    public static void Check(LoweredContract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            CheckSent(operation.Body, findings);
            foreach (var parameter in operation.Parameters)
            {
                CheckParameter(parameter, findings);
            }
        }

        foreach (var type in contract.Types.Where(type => type is { IsWritten: true, Kind: TypeKind.Object }))
        {
            if (type.Properties.Count > 0 && type.Schema["additionalProperties"] is { } more and not YamlScalar { Text: "false" })
            {
                findings.AddAtKey(
                    Codes.Unsupported,
                    more,
                    $"'additionalProperties' together with 'properties' is not supported in a request; leave it out, and give '{type.Name}' a property that is a map");
            }

            foreach (var property in type.Members.Where(property => !property.IsReadOnly))
            {
                CheckSent(property.Type, findings);
            }
        }
    }

    private static void CheckItems(LoweredType? type, Findings findings)
    {
        for (var item = type?.Item; item is not null; item = item.Item)
        {
            if (item.Schema.IsNullable)
            {
                findings.AddAtKey(
                    Codes.Unsupported,
                    item.Schema["nullable"] ?? item.Schema["enum"]!,
                    "Null items in a list or map of a request are not supported; leave 'nullable' out, or null out of 'enum'");
            }
        }
    }

    private static void CheckSent(LoweredType? type, Findings findings)
    {
        CheckItems(type, findings);
        if (type?.Leaf is { Kind: TypeKind.Any } leaf && leaf.Schema.Alternatives.Any())
        {
            var key = leaf.Schema["oneOf"] ?? leaf.Schema["anyOf"]!;
            findings.AddAtKey(
                Codes.Unsupported,
                key,
                $"'{key.Key}' is not supported in a request, because the client could not check it; write the type that you send, or 'additionalProperties: true' for a free-form object");
        }
    }

    private static void CheckParameter(LoweredParameter parameter, Findings findings)
    {
        // A missing schema or an unsupported style is reported by another rule.
        if (parameter.Node["schema"] is not YamlMapping || parameter.Style == "deepObject")
        {
            return;
        }

        var type = parameter.Type;
        if (type.Kind == TypeKind.List && parameter is { In: "query", IsRequired: true } && type.Schema["maxItems"] is YamlScalar { Text: "0" } none)
        {
            findings.AddAtKey(Codes.Constraint, none, $"'{parameter.WireName}' is required, but can have no item: an empty list sends no query parameter");
        }

        CheckItems(type, findings);
        var leaf = type.Kind == TypeKind.List ? type.Item! : type;
        if (leaf.Kind is TypeKind.Any or TypeKind.Object or TypeKind.Map or TypeKind.List)
        {
            var instead = leaf.Kind == TypeKind.Any ? "write a type" : "write one parameter per property, or send it in the body";
            findings.AddAtKey(
                Codes.Parameters,
                parameter.Node["schema"] ?? parameter.Node,
                $"'{parameter.WireName}' is not supported: a parameter is a value or a list of values; {instead}");
        }
    }
}

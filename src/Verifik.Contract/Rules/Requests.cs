using Verifik.Contract.Lowering;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0012 and VC0014: what is sent has one type, which the client can check and write.</summary>
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
                    $"'additionalProperties' beside 'properties' is not supported in a request, which holds what it lists; leave it out, and give '{type.Name}' a property that is a map");
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
                    "A null in a list or map of a request is not sent: an item that is null is an ArgumentException; leave 'nullable' out, or null out of 'enum'");
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
                $"'{key.Key}' is not supported in a request: nothing could check what is sent; write the one type that you send, or 'additionalProperties: true' for a free-form object");
        }
    }

    private static void CheckParameter(LoweredParameter parameter, Findings findings)
    {
        // Of a parameter that has no schema, or a style that is refused, another rule speaks.
        if (parameter.Node["schema"] is not YamlMapping || parameter.Style == "deepObject")
        {
            return;
        }

        var type = parameter.Type;
        if (type.Kind == TypeKind.List && parameter is { In: "query", IsRequired: true } && type.Schema["maxItems"] is YamlScalar { Text: "0" } none)
        {
            findings.AddAtKey(Codes.Constraint, none, $"'{parameter.WireName}' is required and can hold no item: an empty list is no parameter in a query");
        }

        CheckItems(type, findings);
        var leaf = type.Kind == TypeKind.List ? type.Item! : type;
        if (leaf.Kind is TypeKind.Any or TypeKind.Object or TypeKind.Map or TypeKind.List)
        {
            var instead = leaf.Kind == TypeKind.Any ? "write a type" : "write one parameter a property, or send it in the body";
            findings.AddAtKey(
                Codes.Parameters,
                parameter.Node["schema"] ?? parameter.Node,
                $"'{parameter.WireName}' is no text: a parameter is a value, or a list of values; {instead}");
        }
    }
}

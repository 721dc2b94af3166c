using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Names a type after the place where it is declared: a component by its key, an inline schema by the schema and
/// property that contain it, a body by its operation. <c>x-csharp-name</c> takes precedence.
/// </summary>
internal sealed class TypeNames(ContractDocument contract)
{
    /// <summary>The name of a type; null if a part of it does not begin with a letter.</summary>
    public string? Of(YamlMapping schema)
    {
        var holder = schema.Parent!;
        var kind = contract.KindOf(holder);
        if (schema.Text("x-csharp-name") is { } chosen && (kind is not null || holder is YamlSequence))
        {
            return chosen;
        }

        if (kind == Vocabulary.Schema)
        {
            return After((YamlMapping)holder, schema.Key == "items" ? "Item" : "Value");
        }

        if (kind == Vocabulary.Parameter || kind == Vocabulary.Header)
        {
            return OfParameter((YamlMapping)holder);
        }

        if (kind == Vocabulary.MediaType)
        {
            return OfBody((YamlMapping)holder.Parent!.Parent!);
        }

        var own = OfProperty(schema);
        var owner = holder.Parent as YamlMapping;
        return owner is null || contract.KindOf(owner) != Vocabulary.Schema ? own
            : holder.Key == "properties" ? (own is null ? null : After(owner, own))
            : Of(owner);
    }

    /// <summary>The name of a property or a component.</summary>
    public static string? OfProperty(YamlMapping node) => node.Text("x-csharp-name") ?? CSharpName.Pascal(node.Key);

    public static string? OfOperation(YamlMapping operation) => operation.Text("operationId") is { } id ? CSharpName.Pascal(id) : null;

    private string? After(YamlMapping holder, string suffix) => Of(holder) is { } name ? name + suffix : null;

    private string? OfParameter(YamlMapping parameter)
    {
        var own = parameter.Text("x-originalName") ?? parameter.Text("name") ?? "";
        var owner = parameter.Parent!.Parent!;
        return contract.KindOf(owner) == Vocabulary.Operation
            ? OfOperation((YamlMapping)owner) is { } operation && CSharpName.Pascal(own) is { } name ? operation + name : null
            : CSharpName.Pascal(contract.KindOf(owner) == Vocabulary.PathItem ? own : parameter.Key);
    }

    private string? OfBody(YamlMapping body)
    {
        if (contract.KindOf(body) == Vocabulary.RequestBody && contract.KindOf(body.Parent!) == Vocabulary.Operation)
        {
            return OfOperation((YamlMapping)body.Parent!) is { } name ? name + "Request" : null;
        }

        var owner = body.Parent!.Parent;
        return owner is not null && contract.KindOf(owner) == Vocabulary.Operation
            ? OfOperation((YamlMapping)owner) is { } operation ? operation + "Response" : null
            : CSharpName.Pascal(body.Key);
    }
}

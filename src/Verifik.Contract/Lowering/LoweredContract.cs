using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>The contract in explicit form: operations and the types that they use, with their final names.</summary>
internal sealed class LoweredContract
{
    private const string ErrorSchema = "ApiError";
    private readonly HashSet<(NamedType Type, bool Write)> _followed = [];

    public LoweredContract(ContractDocument source, Findings findings)
    {
        Source = source;
        Composition = new Composition(source);
        var types = new TypeLowering(source, Composition, findings);
        Operations = [.. source.Operations.Select(operation => Lower(operation, types))];
        foreach (var operation in Operations)
        {
            Follow(operation.Body, write: true);
            Follow(operation.Result, write: false);
        }

        // Schemas that no operation uses are generated for the application: the payload of a webhook, an alternative,
        // an error.
        foreach (var type in Components(source).Select(types.Lower).Select(type => (Type: type, type.Leaf.Declared)).ToList())
        {
            if (type.Declared is { IsRead: false } declared && (!declared.IsWritten || declared.Name == ErrorSchema))
            {
                Follow(type.Type, write: false);
            }
        }

        Types = [.. types.Declared.Where(type => type.IsRead || type.IsWritten || type.Kind == TypeKind.Enum).OrderBy(type => type.Node.Position)];
    }

    public ContractDocument Source { get; }

    public Composition Composition { get; }

    public IReadOnlyList<LoweredOperation> Operations { get; }

    /// <summary>The types that become code, in the order of the file.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    // Without schemas that others only inherit with allOf, and without the error schema if the SDK already has its
    // class.
    private IEnumerable<YamlMapping> Components(ContractDocument source)
    {
        var parts = source.Of(Vocabulary.Schema).Where(schema => Composition.Flatten(schema).Node == schema)
            .SelectMany(schema => schema["allOf"] is YamlSequence all ? all.Items.OfType<YamlMapping>() : [])
            .Select(part => part.Text("$ref") is { } reference ? source.Find(reference, Vocabulary.Schema) : null).OfType<YamlMapping>().ToHashSet();
        return source.Schemas.Values.Where(schema => schema.Key == ErrorSchema ? source.Client.IsSdk : !parts.Contains(schema));
    }

    private static LoweredOperation Lower(ContractOperation operation, TypeLowering types)
    {
        var parameters = operation.Parameters.Select(parameter => new LoweredParameter(parameter, CSharpNameOf(parameter), TypeOf(parameter, types)));
        var body = operation.Body is { } request && ContractDocument.SchemaOf(request) is { } sent ? types.Lower(sent) : null;
        var success = operation.Responses.FirstOrDefault(response => ContractOperation.IsSuccess(response.Status)).Response;
        var result = success is not null && ContractDocument.SchemaOf(success) is { } received ? types.Lower(received) : null;
        return new LoweredOperation(operation, TypeNames.OfOperation(operation.Node) ?? "", [.. parameters], body, result);
    }

    // An empty list sends no query parameter, so a required list must have an item.
    private static LoweredType TypeOf(YamlMapping parameter, TypeLowering types)
    {
        var type = types.Lower(parameter["schema"] as YamlMapping ?? parameter);
        var isOpen = type.Kind == TypeKind.List && parameter.Text("in") == "query"
            && parameter["required"] is YamlScalar { Text: "true" } && type.Schema.Number("minItems") is null or 0;
        return isOpen
            ? type with { Schema = type.Schema with { Facts = new(type.Schema.Facts) { ["minItems"] = new YamlScalar(parameter.Position, "1", isPlain: true) } } }
            : type;
    }

    private static string CSharpNameOf(YamlMapping parameter) =>
        parameter.Text("x-originalName") ?? CSharpName.Camel(parameter.Text("name") ?? "") ?? "";

    private void Follow(LoweredType? type, bool write)
    {
        var open = new Stack<LoweredType>(type is null ? [] : [type]);
        while (open.TryPop(out var next))
        {
            if (next.Leaf.Declared is not { } declared || !_followed.Add((declared, write)))
            {
                continue;
            }

            declared.IsWritten |= write;
            declared.IsRead |= !write;
            foreach (var property in declared.Properties.Where(property => !(write ? property.IsReadOnly : property.IsWriteOnly)))
            {
                open.Push(property.Type);
            }
        }
    }
}

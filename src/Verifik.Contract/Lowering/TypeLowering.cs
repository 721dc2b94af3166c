using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>Converts schemas to types: objects and enumerations once, where they are declared; other types where they are used.</summary>
internal sealed class TypeLowering(ContractDocument contract, Composition composition, Findings findings)
{
    private readonly TypeNames _names = new(contract);
    private readonly Dictionary<YamlMapping, NamedType> _declared = [];
    private readonly HashSet<YamlMapping> _open = [];

    /// <summary>The named types, in the order in which they were found.</summary>
    public IReadOnlyCollection<NamedType> Declared => _declared.Values;

    public LoweredType Lower(YamlMapping schema) => Lower(composition.Flatten(schema));

    private LoweredType Lower(FlatSchema schema)
    {
        var kind = KindOf(schema);
        return kind switch
        {
            TypeKind.Enum or TypeKind.Object => new LoweredType(kind, schema, Declare(schema, kind)),
            TypeKind.List => new LoweredType(kind, schema, Item: LowerItem(schema, schema["items"] as YamlMapping)),
            TypeKind.Map => new LoweredType(kind, schema, Item: LowerItem(schema, schema["additionalProperties"] as YamlMapping)),
            _ => new LoweredType(kind, schema),
        };
    }

    private LoweredType LowerItem(FlatSchema holder, YamlMapping? item)
    {
        var anything = new LoweredType(TypeKind.Any, new FlatSchema(holder.Node, [], [], []));
        if (item is null)
        {
            return anything;
        }

        if (!_open.Add(item))
        {
            findings.AddAtKey(
                Codes.Type,
                holder.Node,
                $"'{holder.Node.Key}' contains itself without an object in between, which no C# type can express; make its items an object");
            return anything;
        }

        var lowered = Lower(item);
        _open.Remove(item);
        return lowered;
    }

    private static TypeKind KindOf(FlatSchema schema) => (schema.Type, schema.Text("format")) switch
    {
        _ when schema.Alternatives.Any() => TypeKind.Any,
        ("string", _) when schema.Values.Count > 0 => TypeKind.Enum,
        ("string", "date-time") => TypeKind.DateTime,
        ("string", "date") => TypeKind.Date,
        ("string", "byte") => TypeKind.Bytes,
        ("string", _) => TypeKind.Text,
        ("integer", "int32") => TypeKind.Int32,
        ("integer", _) => TypeKind.Int64,
        ("number", "decimal") => TypeKind.Decimal,
        ("number", _) => TypeKind.Double,
        ("boolean", _) => TypeKind.Boolean,
        ("array", _) => TypeKind.List,
        ("object", _) => IsMap(schema) ? TypeKind.Map : TypeKind.Object,
        _ => TypeKind.Any,
    };

    // A component without properties is a class, because a later version may add some; any other schema is a free-form
    // object.
    private static bool IsMap(FlatSchema schema) => schema.Properties.Count == 0 && schema["additionalProperties"] switch
    {
        YamlMapping => true,
        YamlScalar { Text: "true" } => true,
        null => schema.Node.Parent is not YamlMapping { Key: "schemas", Parent.Key: "components" },
        _ => false,
    };

    private NamedType Declare(FlatSchema schema, TypeKind kind)
    {
        if (_declared.TryGetValue(schema.Node, out var known))
        {
            return known;
        }

        // The facts of the declaration, not those of the place that refers to it.
        var own = composition.Flatten(schema.Node);
        var declared = new NamedType(_names.Of(schema.Node) ?? "", contract.Client.Namespace, own, kind);
        _declared.Add(schema.Node, declared);
        foreach (var (name, property) in kind == TypeKind.Object ? own.Properties : [])
        {
            declared.Properties.Add(new LoweredProperty(property, TypeNames.OfProperty(property) ?? "", Lower(property), own.IsRequired(name)));
        }

        return declared;
    }
}

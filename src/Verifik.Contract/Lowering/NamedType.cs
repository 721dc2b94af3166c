using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A type with a name in C#: an object or an enumeration of strings.</summary>
internal sealed class NamedType(string name, string @namespace, FlatSchema schema, TypeKind kind)
{
    private bool? _holdsSecret;

    public string Name => name;

    public string Namespace => @namespace;

    public FlatSchema Schema => schema;

    public TypeKind Kind => kind;

    public YamlMapping Node => schema.Node;

    /// <summary>The properties of an object, in the order of the contract.</summary>
    public List<LoweredProperty> Properties { get; } = [];

    /// <summary>Whether it is part of a response.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether it is part of a request.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Whether a property of it, or of a type that it contains, is a secret.</summary>
    public bool HoldsSecret => _holdsSecret ??= Contained().Any(type => type.Members.Any(property => property.Type.IsSecret));

    /// <summary>The properties of the class, without read-only properties in a request and write-only properties in a response.</summary>
    public IEnumerable<LoweredProperty> Members => Properties.Where(property => (IsRead || !property.IsReadOnly) && (IsWritten || !property.IsWriteOnly));

    // This type, and the types of its properties, at any depth. Types may refer to each other.
    private HashSet<NamedType> Contained()
    {
        var (found, open) = (new HashSet<NamedType> { this }, new Stack<NamedType>([this]));
        while (open.TryPop(out var type))
        {
            foreach (var property in type.Members)
            {
                if (property.Type.Leaf.Declared is { } declared && found.Add(declared))
                {
                    open.Push(declared);
                }
            }
        }

        return found;
    }
}

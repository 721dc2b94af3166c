using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A type with a name in C#: an object or an enumeration of strings.</summary>
internal sealed class NamedType(string name, string @namespace, FlatSchema schema, TypeKind kind)
{
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

    /// <summary>The properties of the class, without read-only properties in a request and write-only properties in a response.</summary>
    public IEnumerable<LoweredProperty> Members => Properties.Where(property => (IsRead || !property.IsReadOnly) && (IsWritten || !property.IsWriteOnly));
}

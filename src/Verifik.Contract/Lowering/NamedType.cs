using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A type that gets a name in C#: an object or an enumeration of texts.</summary>
internal sealed class NamedType(string name, string @namespace, FlatSchema schema, TypeKind kind)
{
    public string Name => name;

    public string Namespace => @namespace;

    public FlatSchema Schema => schema;

    public TypeKind Kind => kind;

    public YamlMapping Node => schema.Node;

    /// <summary>The properties of an object, in the order of the contract.</summary>
    public List<LoweredProperty> Properties { get; } = [];

    /// <summary>Whether a response holds it.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether a request holds it.</summary>
    public bool IsWritten { get; set; }

    /// <summary>What its code has: not what a request may not send, nor what a response may not hold.</summary>
    public IEnumerable<LoweredProperty> Members => Properties.Where(property => (IsRead || !property.IsReadOnly) && (IsWritten || !property.IsWriteOnly));
}

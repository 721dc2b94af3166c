namespace Verifik.Contract.Lowering;

/// <summary>The type of a value where it is used.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Schema">Its schema in that place.</param>
/// <param name="Declared">The named type of an enumeration or an object.</param>
/// <param name="Item">The item type of a list or a map.</param>
internal sealed record LoweredType(TypeKind Kind, FlatSchema Schema, NamedType? Declared = null, LoweredType? Item = null)
{
    /// <summary>The innermost item type of lists and maps.</summary>
    public LoweredType Leaf => Item?.Leaf ?? this;

    /// <summary>Whether it, or the item of a list or a map, is marked as a secret.</summary>
    public bool IsSecret => Schema.Is("x-secret") || Item is { IsSecret: true };

    /// <summary>Whether it is a secret, or contains one at any depth.</summary>
    public bool HoldsSecret => IsSecret || Leaf.Declared is { HoldsSecret: true };

    /// <summary>The C# type as text, for comparison.</summary>
    public override string ToString() => Item is null ? Declared?.Name ?? Kind.ToString() : $"{Kind}<{Item}>";
}

namespace Verifik.Contract.Lowering;

/// <summary>The type of a value where it is used.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Schema">What the contract says of it there.</param>
/// <param name="Declared">The type that has a name, for an enumeration or an object.</param>
/// <param name="Item">What a list or a map holds.</param>
internal sealed record LoweredType(TypeKind Kind, FlatSchema Schema, NamedType? Declared = null, LoweredType? Item = null)
{
    /// <summary>What is left when lists and maps are opened.</summary>
    public LoweredType Leaf => Item?.Leaf ?? this;

    /// <summary>The type as C# has it, for comparison.</summary>
    public override string ToString() => Item is null ? Declared?.Name ?? Kind.ToString() : $"{Kind}<{Item}>";
}

namespace Verifik.Contract.Model;

/// <summary>A key that an object may have.</summary>
internal sealed record Key(Shape Shape, ObjectKind? Kind = null)
{
    /// <summary>Whether the object must have it. Keys with a rule of their own (description, operationId, …) are not required here.</summary>
    public bool Required { get; init; }
}

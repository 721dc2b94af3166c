using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// A response lacks a property that the contract requires, or has it in another shape. It becomes a
/// <see cref="VerifikApiException"/>.
/// </summary>
internal sealed class MissingPropertyException(string property, bool isMisfit = false) : JsonException($"The response has no '{property}'.")
{
    /// <summary>Its name on the wire; empty for the response as a whole.</summary>
    public string Property { get; } = property;

    /// <summary>Whether it is there, in another shape.</summary>
    public bool IsMisfit { get; } = isMisfit;
}

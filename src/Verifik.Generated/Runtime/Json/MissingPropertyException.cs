using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// A response lacks a property that the contract requires, or its value does not match the contract. Converted to a
/// <see cref="VerifikApiException"/>.
/// </summary>
internal sealed class MissingPropertyException(string property, bool isMismatch = false) : JsonException($"The response has no '{property}'.")
{
    /// <summary>Its name in JSON; empty for the response as a whole.</summary>
    public string Property { get; } = property;

    /// <summary>Whether the property is present but its value does not match the contract.</summary>
    public bool IsMismatch { get; } = isMismatch;
}

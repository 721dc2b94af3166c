using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>A response lacks a property that the contract requires. It becomes a <see cref="VerifikApiException"/>.</summary>
internal sealed class MissingPropertyException(string property) : JsonException($"The response has no '{property}'.")
{
    public string Property { get; } = property;

    public static void ThrowUnless(bool isThere, string property)
    {
        if (!isThere)
        {
            throw new MissingPropertyException(property);
        }
    }
}

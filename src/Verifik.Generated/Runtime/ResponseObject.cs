using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>An object that a response holds. The generated classes derive from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResponseObject
{
    private IDictionary<string, JToken>? _additionalProperties;

    /// <summary>What the server sent and the contract does not list, or lists in another shape, by its name on the wire.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken> AdditionalProperties
    {
        get => _additionalProperties ??= new Dictionary<string, JToken>();
        set => _additionalProperties = value;
    }
}

using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>An object in a response. The base class of the generated response classes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResponseObject
{
    private IDictionary<string, JToken>? _additionalProperties;

    /// <summary>
    /// The properties that the contract does not list, or whose values do not match the contract, by their JSON names.
    /// A value that does not match is not kept if it is, or contains, a secret of the contract.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JToken> AdditionalProperties
    {
        get => _additionalProperties ??= new Dictionary<string, JToken>();
        set => _additionalProperties = value;
    }
}

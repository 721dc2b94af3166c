using System.ComponentModel;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>A request body. The generated request classes implement it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRequestBody
{
    /// <summary>Validates the request against the constraints of the contract.</summary>
    /// <exception cref="ArgumentException">A property breaks a constraint; <see cref="ArgumentException.ParamName"/> is its name.</exception>
    void Validate();

    /// <summary>Writes the request as one JSON object.</summary>
    void WriteJson(JsonWriter writer);
}

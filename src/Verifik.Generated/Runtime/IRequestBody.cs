using System.ComponentModel;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>A request of the contract, as the generated code implements it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRequestBody
{
    /// <summary>Refuses what the contract would refuse.</summary>
    /// <exception cref="ArgumentException">A property breaks a constraint; it is the exception's parameter.</exception>
    void Validate();

    /// <summary>Writes the request as one JSON object.</summary>
    void WriteJson(JsonWriter writer);
}

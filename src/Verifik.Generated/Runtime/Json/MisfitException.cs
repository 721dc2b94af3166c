using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>Something in a list or a map has another shape than the contract says, so that it is kept as a whole.</summary>
internal sealed class MisfitException() : JsonException("A value has another shape than the contract says.");

using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>A value in a list, a dictionary or an object does not match the contract, so the whole is kept as additional data.</summary>
internal sealed class MismatchException() : JsonException("A value does not match the contract.");

using System.ComponentModel;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// Writes and reads an enumeration of the contract as its text, for those who serialize it themselves. Each enumeration
/// derives an empty class from it: Newtonsoft makes that by its name, which a generic class would lose in Native AOT.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExtensibleValueConverter<T> : JsonConverter
    where T : struct, IExtensibleValue<T>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(T);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(((T)value!).Value);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.TokenType switch
    {
        JsonToken.String => default(T).FromText((string)reader.Value!),
        JsonToken.Null when Nullable.GetUnderlyingType(objectType) is not null => null,
        _ => throw new JsonSerializationException($"{typeof(T).Name} is a text, not {reader.TokenType}."),
    };
}

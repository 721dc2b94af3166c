using System.ComponentModel;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// Serializes an enumeration of the contract as its text, for applications that serialize it themselves. Each
/// enumeration has an empty derived class, because Newtonsoft.Json creates converters by reflection, and Native AOT
/// would trim a generic one.
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

using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>
/// The reader with which the generated code reads a response. A value that does not match the contract is a mismatch:
/// it is kept unchanged, and the other values are still read. Nothing is converted: a string that looks like a date
/// stays a string.
/// </summary>
/// <remarks>
/// A mismatch inside a list or an object makes the whole of it a mismatch, so its text is read again. This is rare,
/// so the first pass keeps nothing and stops with a <see cref="MismatchException"/>; the second pass
/// (<see cref="JsonText.Read"/>) keeps each list and object until it has been read.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ResponseReader : JsonReader
{
    private readonly char[] _text;
    private readonly int _end;
    private readonly bool _keepsShapes;
    private int _position;
    private Mismatch? _mismatch;

    /// <summary>Reads the text between two positions.</summary>
    internal ResponseReader(char[] text, int start, int end, bool keepsShapes)
    {
        (_text, _position, _end, _keepsShapes) = (text, start, end, keepsShapes);
        MaxDepth = null;
    }

    /// <summary>Reads the name of the next property of the current object; <see langword="null"/> at its end.</summary>
    public string? ReadPropertyName()
    {
        Read();
        return TokenType switch
        {
            JsonToken.PropertyName => (string)Value!,
            JsonToken.EndObject => null,
            _ => throw Unexpected("a property"),
        };
    }

    /// <summary>
    /// Returns the value that was read last if it did not match the contract, and clears it; <see langword="null"/> for
    /// a secret.
    /// </summary>
    public JToken? TakeMismatch()
    {
        var mismatch = _mismatch;
        _mismatch = null;
        return mismatch?.Token;
    }

    /// <summary>Creates the exception for a required property that is missing or does not match the contract.</summary>
    public JsonException Missing(string property) => _mismatch?.Cause ?? new MissingPropertyException(property, isMismatch: _mismatch is not null);

    /// <summary>Throws if a required property is missing.</summary>
    /// <exception cref="JsonException">The property is missing.</exception>
    public static void Require(bool isThere, string property)
    {
        if (!isThere)
        {
            throw new MissingPropertyException(property);
        }
    }

    /// <summary>Returns the whole response, which may be null.</summary>
    /// <exception cref="JsonException">It does not match the contract.</exception>
    public T FittingOrNull<T>(T value) => _mismatch is null ? value : throw Missing("");

    /// <summary>Reads a string; a number or a Boolean is converted to text.</summary>
    public string? ReadText()
    {
        Read();
        return TokenType switch
        {
            JsonToken.String => (string)Value!,
            JsonToken.Integer => Convert.ToString(Value, CultureInfo.InvariantCulture),
            JsonToken.Float => ((double)Value!).ToString("R", CultureInfo.InvariantCulture),
            JsonToken.Boolean => (bool)Value! ? "true" : "false",
            JsonToken.Null => null,
            _ => MismatchOf<string>(),
        };
    }

    /// <summary>
    /// Reads a secret, which must be a string: a number or a Boolean is no token. A value of another type is not kept.
    /// </summary>
    public string? ReadSecret()
    {
        Read();
        switch (TokenType)
        {
            case JsonToken.String:
                return (string)Value!;
            case JsonToken.Null or JsonToken.EndArray:
                return null;
            default:
                Skip();
                _mismatch = new Mismatch(null);
                return null;
        }
    }

    /// <summary>Reads an integer; also one that is written as a string or with a fraction of zero.</summary>
    public int? ReadInt32()
    {
        Read();
        return ScalarReading.Whole(this) is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : NullOrMismatch<int>();
    }

    /// <inheritdoc cref="ReadInt32"/>
    public long? ReadInt64()
    {
        Read();
        return ScalarReading.Whole(this) ?? NullOrMismatch<long>();
    }

    /// <summary>Reads a number; also one that is written as a string.</summary>
    public double? ReadDouble()
    {
        Read();
        return ScalarReading.Number(this) ?? NullOrMismatch<double>();
    }

    /// <summary>Reads a number with all of its digits; also one that is written as a string.</summary>
    public decimal? ReadDecimal()
    {
        Read();
        return (TokenType == JsonToken.Float ? ScalarReading.Exact(NumberText) : ScalarReading.Exact(this)) ?? NullOrMismatch<decimal>();
    }

    /// <summary>Reads a Boolean; also one that is written as a string.</summary>
    public bool? ReadBoolean()
    {
        Read();
        return TokenType switch
        {
            JsonToken.Boolean => (bool)Value!,
            JsonToken.String when Value is "true" => true,
            JsonToken.String when Value is "false" => false,
            _ => NullOrMismatch<bool>(),
        };
    }

    /// <summary>Reads a date and time in RFC 3339 format.</summary>
    public DateTimeOffset? ReadDateTime()
    {
        Read();
        return TokenType == JsonToken.String ? Rfc3339.ReadTime((string)Value!) ?? NullOrMismatch<DateTimeOffset>() : NullOrMismatch<DateTimeOffset>();
    }

    /// <summary>Reads a date, as <c>DateOnly</c> or, for .NET Standard, as a <see cref="DateTime"/> at midnight.</summary>
    public T? ReadDate<T>()
        where T : struct
    {
        Read();
        if (TokenType != JsonToken.String || Rfc3339.ReadDate((string)Value!) is not { } date)
        {
            return NullOrMismatch<T>();
        }

#if NET
        if (typeof(T) == typeof(DateOnly))
        {
            return (T)(object)DateOnly.FromDateTime(date);
        }

#endif
        return (T)(object)date;
    }

    /// <summary>Reads base64 bytes.</summary>
    public byte[]? ReadBytes()
    {
        Read();
        return TokenType switch
        {
            JsonToken.String when ScalarReading.Base64((string)Value!) is { } bytes => bytes,
            JsonToken.Null => null,
            _ => MismatchOf<byte[]>(),
        };
    }

    /// <summary>Reads a value of an enumeration, also one that the contract does not list.</summary>
    public T? ReadEnum<T>()
        where T : struct, IExtensibleValue<T>
    {
        Read();
        return TokenType == JsonToken.String ? default(T).FromText((string)Value!) : NullOrMismatch<T>();
    }

    /// <summary>Reads any value; <see langword="null"/> for a JSON null.</summary>
    public JToken? ReadAny()
    {
        Read();
        return TokenType is JsonToken.Null or JsonToken.EndArray ? null : JToken.ReadFrom(this);
    }

    /// <summary>Reads a value that the contract does not list, unchanged.</summary>
    public JToken ReadAdditional()
    {
        Read();
        return JToken.ReadFrom(this);
    }

    /// <summary>Reads the object that is the whole response.</summary>
    internal T? ReadRoot<T>(Func<ResponseReader, T> read)
        where T : class
    {
        Read();
        return TokenType switch
        {
            JsonToken.StartObject => read(this),
            JsonToken.Null => null,
            _ => throw Unexpected("an object"),
        };
    }

    private T? NullOrMismatch<T>()
        where T : struct
    {
        if (!IsNullOrEmpty)
        {
            SetMismatch();
        }

        return null;
    }

    private T? NullOrMismatchObject<T>()
        where T : class => IsNullOrEmpty ? null : MismatchOf<T>();

    private T? MismatchOf<T>()
        where T : class
    {
        SetMismatch();
        return null;
    }

    private bool IsNullOrEmpty => TokenType == JsonToken.Null || (TokenType == JsonToken.String && Value is "");

    private void SetMismatch()
    {
        if (TokenType != JsonToken.EndArray)
        {
            _mismatch = new Mismatch(TokenType == JsonToken.None ? throw Unexpected("a value") : JToken.ReadFrom(this));
        }
    }

    /// <summary>A value that does not match the contract, and the required property that it lacks.</summary>
    private sealed record Mismatch(JToken? Token, MissingPropertyException? Cause = null);
}

using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>
/// What the generated code reads a response with. A value of another shape than the contract says is a misfit: it is
/// kept as it came, and costs nothing beside it. Nothing is converted: text is text, also where it looks like a date.
/// </summary>
/// <remarks>
/// Where a misfit lies inside of a list or an object, that is one as a whole, and what was read of it is needed again.
/// That is rare, so the first reading goes straight through and ends there with a <see cref="MisfitException"/>; the
/// second (<see cref="JsonText.Read"/>) keeps the shape of each list and object until it has been read.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ResponseReader : JsonReader
{
    private readonly char[] _text;
    private readonly int _end;
    private readonly bool _keepsShapes;
    private int _position;
    private Misfit? _misfit;

    /// <summary>Reads what stands between two positions of a text.</summary>
    internal ResponseReader(char[] text, int start, int end, bool keepsShapes)
    {
        (_text, _position, _end, _keepsShapes) = (text, start, end, keepsShapes);
        MaxDepth = null;
    }

    /// <summary>The next property of the object that the reader is in; <see langword="null"/> at its end.</summary>
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

    /// <summary>The value that was read last, if it did not fit.</summary>
    public JToken? TakeMisfit()
    {
        var misfit = _misfit;
        _misfit = null;
        return misfit?.Token;
    }

    /// <summary>What to throw where a response lacks what the contract requires, or has it in another shape.</summary>
    public JsonException Missing(string property) => _misfit?.Cause ?? new MissingPropertyException(property, isMisfit: _misfit is not null);

    /// <summary>Throws what <see cref="Missing"/> makes where a response lacks what the contract requires.</summary>
    /// <exception cref="JsonException">The property is not there.</exception>
    public static void Require(bool isThere, string property)
    {
        if (!isThere)
        {
            throw new MissingPropertyException(property);
        }
    }

    /// <summary>The whole response, where it may be null.</summary>
    /// <exception cref="JsonException">It has another shape.</exception>
    public T FittingOrNull<T>(T value) => _misfit is null ? value : throw Missing("");

    /// <summary>Text; a number or a truth value as text too.</summary>
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
            _ => MisfitOf<string>(),
        };
    }

    /// <summary>A whole number; also one that is written as text or with a fraction of zero.</summary>
    public int? ReadInt32()
    {
        Read();
        return ScalarReading.Whole(this) is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : NullOrMisfit<int>();
    }

    /// <inheritdoc cref="ReadInt32"/>
    public long? ReadInt64()
    {
        Read();
        return ScalarReading.Whole(this) ?? NullOrMisfit<long>();
    }

    /// <summary>A number; also one that is written as text.</summary>
    public double? ReadDouble()
    {
        Read();
        return ScalarReading.Number(this) ?? NullOrMisfit<double>();
    }

    /// <summary>A number with all of its digits; also one that is written as text.</summary>
    public decimal? ReadDecimal()
    {
        Read();
        return (TokenType == JsonToken.Float ? ScalarReading.Exact(NumberText) : ScalarReading.Exact(this)) ?? NullOrMisfit<decimal>();
    }

    /// <summary>A truth value; also one that is written as text.</summary>
    public bool? ReadBoolean()
    {
        Read();
        return TokenType switch
        {
            JsonToken.Boolean => (bool)Value!,
            JsonToken.String when Value is "true" => true,
            JsonToken.String when Value is "false" => false,
            _ => NullOrMisfit<bool>(),
        };
    }

    /// <summary>A time as RFC 3339 writes it.</summary>
    public DateTimeOffset? ReadDateTime()
    {
        Read();
        return TokenType == JsonToken.String ? Rfc3339.ReadTime((string)Value!) ?? NullOrMisfit<DateTimeOffset>() : NullOrMisfit<DateTimeOffset>();
    }

    /// <summary>A date, as <c>DateOnly</c> or as the <see cref="DateTime"/> of its midnight: a library for .NET Standard has the latter.</summary>
    public T? ReadDate<T>()
        where T : struct
    {
        Read();
        if (TokenType != JsonToken.String || Rfc3339.ReadDate((string)Value!) is not { } date)
        {
            return NullOrMisfit<T>();
        }

#if NET
        if (typeof(T) == typeof(DateOnly))
        {
            return (T)(object)DateOnly.FromDateTime(date);
        }

#endif
        return (T)(object)date;
    }

    /// <summary>Bytes in base64.</summary>
    public byte[]? ReadBytes()
    {
        Read();
        return TokenType switch
        {
            JsonToken.String when ScalarReading.Base64((string)Value!) is { } bytes => bytes,
            JsonToken.Null => null,
            _ => MisfitOf<byte[]>(),
        };
    }

    /// <summary>A value of an enumeration, also one that the contract does not list.</summary>
    public T? ReadEnum<T>()
        where T : struct, IExtensibleValue<T>
    {
        Read();
        return TokenType == JsonToken.String ? default(T).FromText((string)Value!) : NullOrMisfit<T>();
    }

    /// <summary>Whatever stands there; <see langword="null"/> where that is null.</summary>
    public JToken? ReadAny()
    {
        Read();
        return TokenType is JsonToken.Null or JsonToken.EndArray ? null : JToken.ReadFrom(this);
    }

    /// <summary>What the contract does not list, as it came.</summary>
    public JToken ReadAdditional()
    {
        Read();
        return JToken.ReadFrom(this);
    }

    /// <summary>The object that is the whole response.</summary>
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

    private T? NullOrMisfit<T>()
        where T : struct
    {
        if (!IsNothing)
        {
            SetMisfit();
        }

        return null;
    }

    private T? NullOrMisfitObject<T>()
        where T : class => IsNothing ? null : MisfitOf<T>();

    private T? MisfitOf<T>()
        where T : class
    {
        SetMisfit();
        return null;
    }

    private bool IsNothing => TokenType == JsonToken.Null || (TokenType == JsonToken.String && Value is "");

    private void SetMisfit()
    {
        if (TokenType != JsonToken.EndArray)
        {
            _misfit = new Misfit(TokenType == JsonToken.None ? throw Unexpected("a value") : JToken.ReadFrom(this));
        }
    }

    /// <summary>A value that did not fit, and what it lacks.</summary>
    private sealed record Misfit(JToken Token, MissingPropertyException? Cause = null);
}

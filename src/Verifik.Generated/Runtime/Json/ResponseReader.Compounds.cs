using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

// Objects, lists and maps: each fits as a whole, or not at all.
public sealed partial class ResponseReader
{
    /// <summary>An object; <see langword="null"/> also where there is an empty text, which some servers write for it.</summary>
    public T? ReadObject<T>(Func<ResponseReader, T> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMisfitObject<T>() : _keepsShapes ? Keep(read) : read(this);
    }

    /// <summary>A list without its nulls.</summary>
    public List<T>? ReadList<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartArray ? NullOrMisfitObject<List<T>>() : _keepsShapes ? KeepList(read) : ReadItems(read);
    }

    /// <summary>A list without its nulls.</summary>
    public List<T>? ReadListOfValues<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        Read();
        return TokenType != JsonToken.StartArray ? NullOrMisfitObject<List<T>>() : _keepsShapes ? KeepList(read) : ReadItems(read);
    }

    /// <summary>A map without its nulls.</summary>
    public Dictionary<string, T>? ReadMap<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMisfitObject<Dictionary<string, T>>() : _keepsShapes ? KeepMap(read) : ReadEntries(read);
    }

    /// <summary>A map without its nulls.</summary>
    public Dictionary<string, T>? ReadMapOfValues<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMisfitObject<Dictionary<string, T>>() : _keepsShapes ? KeepMap(read) : ReadEntries(read);
    }

    private List<T> ReadItems<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        var items = new List<T>();
        while (read(this) is var item && !IsAtEnd(item is null))
        {
            if (item is not null)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private List<T> ReadItems<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        var items = new List<T>();
        while (read(this) is var item && !IsAtEnd(item is null))
        {
            if (item is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    private Dictionary<string, T> ReadEntries<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (ReadPropertyName() is { } name)
        {
            if (Fitting(read(this)) is { } item)
            {
                entries[name] = item;
            }
        }

        return entries;
    }

    private Dictionary<string, T> ReadEntries<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (ReadPropertyName() is { } name)
        {
            if (Fitting(read(this)) is { } item)
            {
                entries[name] = item;
            }
        }

        return entries;
    }

    // What reads an item finds the end of the list in its place. A list in the list ends so too, but it is not null.
    private bool IsAtEnd(bool isNull)
    {
        Fitting(isNull);
        return isNull && TokenType == JsonToken.EndArray;
    }

    // A list or a map fits as a whole, or not at all.
    private T Fitting<T>(T item) => _misfit is null ? item : throw new MisfitException();

    // The second reading.
    private List<T>? KeepList<T>(Func<ResponseReader, T?> read)
        where T : class => Keep(reader => reader.ReadItems(read));

    private List<T>? KeepList<T>(Func<ResponseReader, T?> read)
        where T : struct => Keep(reader => reader.ReadItems(read));

    private Dictionary<string, T>? KeepMap<T>(Func<ResponseReader, T?> read)
        where T : class => Keep(reader => reader.ReadEntries(read));

    private Dictionary<string, T>? KeepMap<T>(Func<ResponseReader, T?> read)
        where T : struct => Keep(reader => reader.ReadEntries(read));

    private T? Keep<T>(Func<ResponseReader, T> read)
        where T : class
    {
        var start = _tokenStart;
        Skip();
        try
        {
            using var reader = Again(start);
            reader.Read();
            return read(reader);
        }
        catch (MissingPropertyException exception)
        {
            _misfit = new Misfit(TreeFrom(start), exception);
        }
        catch (MisfitException)
        {
            _misfit = new Misfit(TreeFrom(start));
        }

        return null;
    }

    private ResponseReader Again(int start) => new(_text, start, _position, keepsShapes: true);

    private JToken TreeFrom(int start)
    {
        using var reader = Again(start);
        return reader.ReadAdditional();
    }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

// Objects, lists and dictionaries: each matches the contract as a whole, or not at all.
public sealed partial class ResponseReader
{
    /// <summary>Reads an object; <see langword="null"/> also for an empty string, which some servers write instead.</summary>
    public T? ReadObject<T>(Func<ResponseReader, T> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMismatchObject<T>() : _keepsShapes ? Keep(read) : read(this);
    }

    /// <summary>Reads a list. Null items are omitted.</summary>
    public List<T>? ReadList<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartArray ? NullOrMismatchObject<List<T>>() : _keepsShapes ? KeepList(read) : ReadItems(read);
    }

    /// <summary>Reads a list. Null items are omitted.</summary>
    public List<T>? ReadListOfValues<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        Read();
        return TokenType != JsonToken.StartArray ? NullOrMismatchObject<List<T>>() : _keepsShapes ? KeepList(read) : ReadItems(read);
    }

    /// <summary>Reads a dictionary. Null values are omitted.</summary>
    public Dictionary<string, T>? ReadMap<T>(Func<ResponseReader, T?> read)
        where T : class
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMismatchObject<Dictionary<string, T>>() : _keepsShapes ? KeepMap(read) : ReadEntries(read);
    }

    /// <summary>Reads a dictionary. Null values are omitted.</summary>
    public Dictionary<string, T>? ReadMapOfValues<T>(Func<ResponseReader, T?> read)
        where T : struct
    {
        Read();
        return TokenType != JsonToken.StartObject ? NullOrMismatchObject<Dictionary<string, T>>() : _keepsShapes ? KeepMap(read) : ReadEntries(read);
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

    // At the end of the list, reading an item returns null at the EndArray token. A nested list also ends with
    // EndArray, but is not null.
    private bool IsAtEnd(bool isNull)
    {
        Fitting(isNull);
        return isNull && TokenType == JsonToken.EndArray;
    }

    // One item that does not match makes the whole list or dictionary a mismatch.
    private T Fitting<T>(T item) => _mismatch is null ? item : throw new MismatchException();

    // The second pass.
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
            using var reader = Reread(start);
            reader.Read();
            return read(reader);
        }
        catch (MissingPropertyException exception)
        {
            _mismatch = new Mismatch(TreeFrom(start), exception);
        }
        catch (MismatchException)
        {
            _mismatch = new Mismatch(TreeFrom(start));
        }

        return null;
    }

    private ResponseReader Reread(int start) => new(_text, start, _position, keepsShapes: true);

    private JToken TreeFrom(int start)
    {
        using var reader = Reread(start);
        return reader.ReadAdditional();
    }
}

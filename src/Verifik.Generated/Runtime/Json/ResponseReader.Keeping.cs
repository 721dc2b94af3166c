using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

// The second reading: each object and list by its text, so that a number has all its digits whatever it is read as.
internal sealed partial class ResponseReader
{
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
        var start = _kept!.OffsetOf(this) - 1;
        Skip();
        var text = _kept.From(start, this);
        try
        {
            using var reader = new ResponseReader(text);
            reader.Read();
            return read(reader);
        }
        catch (MissingPropertyException exception)
        {
            _misfit = new Misfit(Tree(text), exception);
        }
        catch (MisfitException)
        {
            _misfit = new Misfit(Tree(text));
        }

        return null;
    }

    private decimal? ReadKeptDecimal(KeptText kept)
    {
        var start = kept.OffsetOf(this);
        Read();
        return (TokenType == JsonToken.Float ? ScalarReading.Exact(kept.From(start, this)) : ScalarReading.Exact(this)) ?? NullOrMisfit<decimal>();
    }

    private static JToken Tree(string text)
    {
        using var reader = new ResponseReader(text);
        return reader.ReadAdditional();
    }
}

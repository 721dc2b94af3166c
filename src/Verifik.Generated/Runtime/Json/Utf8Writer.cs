using System.Buffers;
using System.Text;

namespace Verifik.Runtime;

/// <summary>
/// Collects the output of the JSON writer in a pooled buffer and returns it as UTF-8. A disposed instance is reused.
/// </summary>
internal sealed class Utf8Writer : TextWriter
{
    private static Utf8Writer? _free;
    private char[] _buffer = [];
    private int _length;

    private Utf8Writer()
    {
    }

    /// <summary>Rents a writer, which the caller disposes exactly once.</summary>
    public static Utf8Writer Rent()
    {
        var writer = Interlocked.Exchange(ref _free, null) ?? new Utf8Writer();
        writer._buffer = ArrayPool<char>.Shared.Rent(512);
        return writer;
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Reserve(count);
        Array.Copy(buffer, index, _buffer, _length, count);
        _length += count;
    }

    public override void Write(string? value)
    {
        if (value is not null)
        {
            Reserve(value.Length);
            value.CopyTo(0, _buffer, _length, value.Length);
            _length += value.Length;
        }
    }

    public byte[] ToArray() => Encoding.UTF8.GetBytes(_buffer, 0, _length);

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
        base.Dispose(disposing);
        Volatile.Write(ref _free, this);
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Array.Copy(_buffer, larger, _length);
        ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}

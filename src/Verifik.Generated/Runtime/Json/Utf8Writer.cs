using System.Buffers;
using System.Text;

namespace Verifik.Runtime;

/// <summary>Collects what the JSON writer writes in a pooled buffer, and gives it back as UTF-8.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private char[] _buffer = ArrayPool<char>.Shared.Rent(512);
    private int _length;

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

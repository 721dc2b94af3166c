using System.Buffers;
using System.Text;

namespace Verifik.Runtime;

/// <summary>
/// The text of a body for the JSON reader, in a pooled buffer that goes back cleared. It is decoded as a whole: at the
/// end of a buffer of the JSON reader, a decoder could not split a character of two units.
/// </summary>
internal sealed class Utf8Reader : TextReader
{
    private const char ByteOrderMark = '\uFEFF';
    private readonly int _length;
    private char[] _text;
    private int _position;

    public Utf8Reader(ArraySegment<byte> utf8)
    {
        // No byte becomes more than one unit of text.
        _text = ArrayPool<char>.Shared.Rent(utf8.Count);
        _length = Encoding.UTF8.GetChars(utf8.Array!, utf8.Offset, utf8.Count, _text, 0);
        _position = _length > 0 && _text[0] == ByteOrderMark ? 1 : 0;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        count = Math.Min(count, _length - _position);
        Array.Copy(_text, _position, buffer, index, count);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(_text, clearArray: true);
        _text = [];
        base.Dispose(disposing);
    }
}

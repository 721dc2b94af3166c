using System.Text;

namespace Verifik;

/// <summary>Decodes UTF-8 straight into the buffer that the JSON reader lends, without one of its own.</summary>
internal sealed class Utf8Reader : TextReader
{
    private readonly ArraySegment<byte> _utf8;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private int _position;

    public Utf8Reader(ArraySegment<byte> utf8)
    {
        _utf8 = utf8;
        var (bytes, start) = (utf8.Array!, utf8.Offset);
        var hasMark = utf8.Count >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF;
        _position = hasMark ? 3 : 0;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        _decoder.Convert(
            _utf8.Array!,
            _utf8.Offset + _position,
            _utf8.Count - _position,
            buffer,
            index,
            count,
            flush: true,
            out var bytesUsed,
            out var charsUsed,
            out _);
        _position += bytesUsed;
        return charsUsed;
    }
}

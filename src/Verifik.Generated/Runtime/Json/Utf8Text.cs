using System.Buffers;
using System.Text;

namespace Verifik.Runtime;

/// <summary>The text of a body in a pooled buffer. It may contain a token, so the buffer is cleared when it is returned.</summary>
internal sealed class Utf8Text : IDisposable
{
    private const char ByteOrderMark = '\uFEFF';

    public Utf8Text(ArraySegment<byte> utf8)
    {
        // A byte becomes at most one UTF-16 code unit.
        Characters = ArrayPool<char>.Shared.Rent(utf8.Count);
        End = Encoding.UTF8.GetChars(utf8.Array!, utf8.Offset, utf8.Count, Characters, 0);
        Start = End > 0 && Characters[0] == ByteOrderMark ? 1 : 0;
    }

    public char[] Characters { get; private set; }

    /// <summary>The start of the text, after a byte order mark.</summary>
    public int Start { get; }

    public int End { get; }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(Characters, clearArray: true);
        Characters = [];
    }
}

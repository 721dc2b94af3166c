using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>The text of a reader, to find again what stands between two of its positions.</summary>
internal sealed class KeptText(string text)
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ','];
    private readonly List<int> _lines = LinesOf(text);

    /// <summary>Where the reader is: behind what it read last. A text that breaks off in a line end has a line less than it counts.</summary>
    public int OffsetOf(IJsonLineInfo reader) => reader.LineNumber > _lines.Count
        ? text.Length
        : Math.Min(text.Length, _lines[Math.Max(0, reader.LineNumber - 1)] + reader.LinePosition);

    /// <summary>What the reader has read since it was at an offset.</summary>
    public string From(int start, IJsonLineInfo reader) => text.Substring(start, OffsetOf(reader) - start).Trim(Separators);

    // As Newtonsoft counts them.
    private static List<int> LinesOf(string text)
    {
        var lines = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lines.Add(i + 1);
            }
        }

        return lines;
    }
}

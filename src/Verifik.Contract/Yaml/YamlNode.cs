namespace Verifik.Contract.Yaml;

/// <summary>A value of a YAML document, with its position.</summary>
internal abstract class YamlNode(Position position)
{
    /// <summary>The start of the value.</summary>
    public Position Position { get; } = position;

    /// <summary>The start of the key of the value; for an item or the root, the start of the value.</summary>
    public Position KeyPosition { get; private set; } = position;

    /// <summary>The key of the value, or the index of an item.</summary>
    public string Key { get; private set; } = "";

    public YamlNode? Parent { get; private set; }

    /// <summary>Unescapes a segment of a JSON Pointer (RFC 6901, section 4).</summary>
    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    internal void BelongTo(YamlNode parent, string key, Position keyPosition)
    {
        Parent = parent;
        Key = key;
        KeyPosition = keyPosition;
    }
}

namespace Verifik.Contract.Yaml;

/// <summary>A value of a YAML document, which knows where it stands.</summary>
internal abstract class YamlNode(Position position)
{
    /// <summary>Where the value begins.</summary>
    public Position Position { get; } = position;

    /// <summary>Where the key begins that the value belongs to; for an item or the root, where the value begins.</summary>
    public Position KeyPosition { get; private set; } = position;

    /// <summary>The key that the value belongs to, or the index of an item.</summary>
    public string Key { get; private set; } = "";

    public YamlNode? Parent { get; private set; }

    /// <summary>A segment of a JSON Pointer as the key that it names (RFC 6901, section 4).</summary>
    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    internal void BelongTo(YamlNode parent, string key, Position keyPosition)
    {
        Parent = parent;
        Key = key;
        KeyPosition = keyPosition;
    }
}

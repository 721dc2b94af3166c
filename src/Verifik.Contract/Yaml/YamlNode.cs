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

    /// <summary>The JSON Pointer of the value, as OpenAPI writes references.</summary>
    public string Pointer => Parent is null ? "#" : $"{Parent.Pointer}/{Escape(Key)}";

    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    internal void BelongTo(YamlNode parent, string key, Position keyPosition)
    {
        Parent = parent;
        Key = key;
        KeyPosition = keyPosition;
    }
}

using System.Globalization;

namespace Verifik.Contract.Yaml;

/// <summary>Items, in the order of the file.</summary>
internal sealed class YamlSequence(Position position) : YamlNode(position)
{
    private readonly List<YamlNode> _items = [];

    public IReadOnlyList<YamlNode> Items => _items;

    internal void Add(YamlNode item)
    {
        item.BelongTo(this, _items.Count.ToString(CultureInfo.InvariantCulture), item.Position);
        _items.Add(item);
    }

    /// <summary>Adds an item that keeps its parent and position, for errors about it.</summary>
    internal void AddReference(YamlNode item) => _items.Add(item);
}

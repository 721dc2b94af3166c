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

    /// <summary>Adds an item that stays where it is written: a finding about it leads there.</summary>
    internal void AddReference(YamlNode item) => _items.Add(item);
}

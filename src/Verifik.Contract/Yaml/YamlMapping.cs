using System.Diagnostics.CodeAnalysis;

namespace Verifik.Contract.Yaml;

/// <summary>Keys and their values, in the order of the file.</summary>
internal sealed class YamlMapping(Position position) : YamlNode(position)
{
    private readonly Dictionary<string, YamlNode> _values = [];

    public IReadOnlyCollection<YamlNode> Values => _values.Values;

    public IReadOnlyCollection<string> Keys => _values.Keys;

    public YamlNode? this[string key] => _values.GetValueOrDefault(key);

    public bool Has(string key) => _values.ContainsKey(key);

    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value) where T : YamlNode
    {
        value = this[key] as T;
        return value is not null;
    }

    /// <summary>The string under a key; null if there is none.</summary>
    public string? Text(string key) => this[key] is YamlScalar { Kind: ScalarKind.Text } scalar ? scalar.Text : null;

    internal bool TryAdd(string key, Position keyPosition, YamlNode value)
    {
        value.BelongTo(this, key, keyPosition);
        return _values.TryAdd(key, value);
    }

    /// <summary>Sets or replaces the value of a key, for passes that rewrite the document.</summary>
    internal void Set(string key, YamlNode value)
    {
        value.BelongTo(this, key, _values.TryGetValue(key, out var before) ? before.KeyPosition : value.KeyPosition);
        _values[key] = value;
    }

    internal void Remove(string key) => _values.Remove(key);
}

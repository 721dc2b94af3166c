namespace Verifik.Contract.Model;

/// <summary>One of OpenAPI's objects: its keys, and those of OpenAPI that the generator cannot turn into code faithfully.</summary>
internal sealed class ObjectKind(string name)
{
    private readonly Dictionary<string, Key> _keys = [];
    private readonly Dictionary<string, string> _refused = [];

    /// <summary>As a message says it: <c>an operation</c>.</summary>
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, Key> Keys => _keys;

    /// <summary>Where among the components a reference of this kind leads; empty where the object is never a reference.</summary>
    public string Section { get; private init; } = "";

    /// <summary>The kind, which may also be a reference to a component.</summary>
    public static ObjectKind Shared(string name, string section) =>
        new ObjectKind(name) { Section = section }.With(new() { ["$ref"] = new(Shape.Text) });

    public ObjectKind With(Dictionary<string, Key> keys)
    {
        foreach (var (key, value) in keys)
        {
            _keys.Add(key, value);
        }

        return this;
    }

    public ObjectKind Refusing(Dictionary<string, string> reasons)
    {
        foreach (var (key, reason) in reasons)
        {
            _refused.Add(key, reason);
        }

        return this;
    }

    /// <summary>Why a key of OpenAPI is refused, and what to write instead; null where it is no key of OpenAPI.</summary>
    public string? Refusal(string key) => _refused.GetValueOrDefault(key);
}

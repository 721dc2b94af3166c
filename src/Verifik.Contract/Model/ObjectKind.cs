namespace Verifik.Contract.Model;

/// <summary>A kind of OpenAPI object: its supported keys, and the OpenAPI keys that the generator does not support.</summary>
internal sealed class ObjectKind(string name)
{
    private readonly Dictionary<string, Key> _keys = [];
    private readonly Dictionary<string, string> _refused = [];

    /// <summary>The name in messages, for example <c>an operation</c>.</summary>
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, Key> Keys => _keys;

    /// <summary>The section of the components that a reference to this kind points to; empty if there are no references to it.</summary>
    public string Section { get; private init; } = "";

    /// <summary>Creates a kind that may also be a reference to a component.</summary>
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

    /// <summary>Why an OpenAPI key is not supported, and what to write instead; null if it is not an OpenAPI key.</summary>
    public string? Refusal(string key) => _refused.GetValueOrDefault(key);
}

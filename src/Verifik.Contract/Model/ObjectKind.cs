namespace Verifik.Contract.Model;

/// <summary>One of OpenAPI's objects: its keys, and those of OpenAPI 3.0.3 that this generator has no use for.</summary>
internal sealed class ObjectKind(string name, Dictionary<string, Key> keys, string unsupported = "")
{
    private readonly HashSet<string> _unsupported = [.. unsupported.Split(' ')];

    /// <summary>As a message says it: <c>an operation</c>.</summary>
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, Key> Keys { get; } = keys;

    public bool Refuses(string key) => _unsupported.Contains(key);
}

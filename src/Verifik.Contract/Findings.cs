using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>What the rules have found so far.</summary>
internal sealed class Findings
{
    private readonly List<(Diagnostic Diagnostic, YamlNode? Node)> _found = [];
    private readonly HashSet<(YamlNode Node, string Key)> _explained = [];

    public bool Any => _found.Count > 0;

    /// <summary>In the order of the file, each once: two ways through the contract may meet one mistake.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [.. _found.Select(found => found.Diagnostic).Distinct().OrderBy(found => found.Position).ThenBy(found => found.Code, StringComparer.Ordinal)];

    public void Add(string code, Position position, string message) =>
        _found.Add((new Diagnostic(position, code, OnOneLine(message)), null));

    /// <summary>A mistake in a value itself.</summary>
    public void Add(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.Position, code, OnOneLine(message)), node));

    /// <summary>A mistake in a key, or in the object under it as a whole.</summary>
    public void AddAtKey(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.KeyPosition, code, OnOneLine(message)), node));

    /// <summary>A key that an object lacks, unless <see cref="Explain"/> has said why.</summary>
    public void AddMissing(string code, YamlNode node, string key, string message)
    {
        if (!_explained.Contains((node, key)))
        {
            AddAtKey(code, node, message);
        }
    }

    /// <summary>Says that a mistake already found is why an object lacks a key: it is misspelt, or refused.</summary>
    public void Explain(YamlNode node, string key) => _explained.Add((node, key));

    public bool Has(string code) => _found.Any(found => found.Diagnostic.Code == code);

    /// <summary>Whether something was found at a node or right below it.</summary>
    public bool At(YamlNode node) => _found.Any(found => found.Node is { } at && (at == node || at.Parent == node));

    /// <summary>Whether a message repeats what was found at a node, right above it, right below it, or at the key or value that the message names.</summary>
    public bool IsEcho(YamlNode node, string message) =>
        _found.Any(found => found.Node is { } at
            && (at == node || at.Parent == node || at == node.Parent
                || message.Contains($"'{at.Key}'", StringComparison.Ordinal)
                || (at is YamlScalar { Text: { Length: > 0 } text } && message.Contains(text, StringComparison.Ordinal))));

    // A line break in a quoted name or value would begin a line of its own in the log, which could read as another error.
    private static string OnOneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}

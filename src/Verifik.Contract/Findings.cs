using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>The errors that the rules have found so far.</summary>
internal sealed class Findings
{
    private readonly List<(Diagnostic Diagnostic, YamlNode? Node)> _found = [];
    private readonly HashSet<(YamlNode Node, string Key)> _explained = [];

    public bool Any => _found.Count > 0;

    /// <summary>The errors in the order of the file, without duplicates: an error may be found on two paths through the contract.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [.. _found.Select(found => found.Diagnostic).Distinct().OrderBy(found => found.Position).ThenBy(found => found.Code, StringComparer.Ordinal)];

    public void Add(string code, Position position, string message) =>
        _found.Add((new Diagnostic(position, code, OnOneLine(message)), null));

    /// <summary>Adds an error in a value.</summary>
    public void Add(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.Position, code, OnOneLine(message)), node));

    /// <summary>Adds an error in a key, or in the object under it as a whole.</summary>
    public void AddAtKey(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.KeyPosition, code, OnOneLine(message)), node));

    /// <summary>Adds an error for a missing key, unless <see cref="Explain"/> was called for it.</summary>
    public void AddMissing(string code, YamlNode node, string key, string message)
    {
        if (!_explained.Contains((node, key)))
        {
            AddAtKey(code, node, message);
        }
    }

    /// <summary>Records that an error was already added for a missing key: it is misspelt or not supported.</summary>
    public void Explain(YamlNode node, string key) => _explained.Add((node, key));

    public bool Has(string code) => _found.Any(found => found.Diagnostic.Code == code);

    /// <summary>Whether an error was found at a node or its children.</summary>
    public bool At(YamlNode node) => _found.Any(found => found.Node is { } at && (at == node || at.Parent == node));

    /// <summary>Whether a message repeats an error at a node, its parent or its children, or at the key or value that the message names.</summary>
    public bool IsEcho(YamlNode node, string message) =>
        _found.Any(found => found.Node is { } at
            && (at == node || at.Parent == node || at == node.Parent
                || message.Contains($"'{at.Key}'", StringComparison.Ordinal)
                || (at is YamlScalar { Text: { Length: > 0 } text } && message.Contains(text, StringComparison.Ordinal))));

    // A line break in a quoted name or value would start a new line in the log, which could look like another error.
    private static string OnOneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}

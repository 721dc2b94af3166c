using Verifik.Contract.Yaml;

namespace Verifik.Contract;

/// <summary>What the rules have found so far.</summary>
internal sealed class Findings
{
    private readonly List<(Diagnostic Diagnostic, YamlNode? Node)> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>In the order of the file, each once: two rules may meet the same mistake on different ways.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [.. _found.Select(found => found.Diagnostic).Distinct().OrderBy(found => found.Position).ThenBy(found => found.Code, StringComparer.Ordinal)];

    public void Add(string code, Position position, string message) =>
        _found.Add((new Diagnostic(position, code, OnOneLine(message)), null));

    /// <summary>A mistake in a value itself.</summary>
    public void Add(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.Position, code, OnOneLine(message)), node));

    /// <summary>A mistake in a key, or something that the object under the key lacks.</summary>
    public void AddAtKey(string code, YamlNode node, string message) =>
        _found.Add((new Diagnostic(node.KeyPosition, code, OnOneLine(message)), node));

    /// <summary>Whether something was found at a node, right above it or right below it.</summary>
    public bool Near(YamlNode node) =>
        _found.Any(found => found.Node is { } at && (at == node || at.Parent == node || at == node.Parent));

    // A line break in a quoted name or value would begin a line of its own in the log, which could read as another error.
    private static string OnOneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}

using System.ComponentModel;
using System.Text;

namespace Verifik.Runtime;

/// <summary>The path of an operation and its query, escaped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPath(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>One segment of a path.</summary>
    /// <exception cref="ArgumentException">The value is empty, or a relative segment (<c>.</c> or <c>..</c>) that would address another operation.</exception>
    public static string Segment(string parameter, string? value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or "..")
        {
            throw new ArgumentException($"{parameter} is part of the path, so it must not be empty, '.' or '..'.", parameter);
        }

        return Uri.EscapeDataString(value);
    }

    /// <summary>A list as one segment of a path, its items separated by commas.</summary>
    /// <inheritdoc cref="Segment(string, string?)"/>
    public static string Segment(string parameter, IReadOnlyList<string>? values) =>
        values is { Count: > 1 } ? string.Join(",", values.Select(Uri.EscapeDataString)) : Segment(parameter, values is { Count: 1 } ? values[0] : null);

    /// <summary>Adds a query parameter, unless the value is <see langword="null"/>.</summary>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            Add(name, Uri.EscapeDataString(value));
        }
    }

    /// <summary>Adds a list, each item as a separate parameter.</summary>
    public void Query(string name, IReadOnlyList<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Query(name, value);
        }
    }

    /// <summary>Adds a list as one parameter. The separator is escaped within the items.</summary>
    public void Query(string name, IReadOnlyList<string>? values, string separator)
    {
        if (values is { Count: > 0 })
        {
            Add(name, string.Join(separator == "," ? separator : Uri.EscapeDataString(separator), values.Select(Uri.EscapeDataString)));
        }
    }

    /// <summary>The path and the query.</summary>
    public override string ToString() => _text.ToString();

    private void Add(string name, string escaped)
    {
        _text.Append(_separator).Append(Uri.EscapeDataString(name)).Append('=').Append(escaped);
        _separator = '&';
    }
}

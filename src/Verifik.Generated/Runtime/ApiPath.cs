using System.Globalization;
using System.Text;

namespace Verifik.Runtime;

/// <summary>The path of an operation and its query, escaped.</summary>
internal sealed class ApiPath(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>One segment of a path.</summary>
    /// <exception cref="ArgumentException">The value is empty, or would climb (<c>..</c>) to another operation.</exception>
    public static string Segment(string value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or "..")
        {
            throw new ArgumentException("A parameter of the path must not be empty, '.' or '..'.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }

    public static string Segment(long value) => value.ToString(CultureInfo.InvariantCulture);

    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }
    }

    public void Query(string name, bool? value) => Query(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Query(string name, double? value) => Query(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Query(string name, DateTimeOffset? value) => Query(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}

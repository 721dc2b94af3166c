using System.Text;
using System.Text.RegularExpressions;

namespace Verifik.Contract.Model;

/// <summary>
/// Converts an ECMA-262 regular expression, as contracts use, to .NET syntax: in .NET, <c>\d</c>, <c>\w</c> and
/// <c>\b</c> match the characters of every script, and a bracket in a class begins a subtraction. <c>\s</c> and
/// <c>.</c> are not converted, for readability: they differ only in rare line terminators.
/// (https://tc39.es/ecma262/#sec-compiletocharset)
/// </summary>
internal static class EcmaPattern
{
    private const string Word = "A-Za-z0-9_";

    // The replacements of escapes inside and outside a character class.
    private static readonly Dictionary<char, string> Inside = new()
    {
        ['d'] = "0-9",
        ['w'] = Word,
        ['D'] = @"\u0000-/:-\uFFFF",
        ['W'] = @"\u0000-/:-@\[-\^`{-\uFFFF",
    };

    private static readonly Dictionary<char, string> Outside = new()
    {
        ['d'] = "[0-9]",
        ['w'] = $"[{Word}]",
        ['D'] = "[^0-9]",
        ['W'] = $"[^{Word}]",
        ['b'] = $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))",
        ['B'] = $"(?:(?<=[{Word}])(?=[{Word}])|(?<![{Word}])(?![{Word}]))",
    };

    public static string ToDotNet(string pattern)
    {
        var text = new StringBuilder();
        var isInClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\' when at + 1 < pattern.Length:
                    at++;
                    text.Append((isInClass ? Inside : Outside).GetValueOrDefault(pattern[at], $"\\{pattern[at]}"));
                    break;
                case '[' when isInClass:
                    text.Append(@"\[");
                    break;
                case var letter:
                    isInClass = letter == '[' || (isInClass && letter != ']');
                    text.Append(letter);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a value matches the pattern, as in the client.</summary>
    /// <exception cref="ArgumentException">The pattern is not a valid regular expression.</exception>
    /// <exception cref="RegexMatchTimeoutException">Matching takes longer than <paramref name="limit"/>.</exception>
    public static bool IsMatch(string value, string pattern, TimeSpan limit)
    {
        var regex = new Regex(ToDotNet(pattern), RegexOptions.CultureInvariant, limit);

        // In .NET, `$` also matches before a final newline.
        return regex.IsMatch(value) && (!value.EndsWith('\n') || regex.IsMatch(value + "\n"));
    }
}

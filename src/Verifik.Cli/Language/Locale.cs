using System.Globalization;

namespace Verifik.Cli.Language;

/// <summary>The language of a run: what <c>--lang</c> says, else what the environment says.</summary>
internal static class Locale
{
    public const string Option = "--lang";

    public static readonly IReadOnlyList<string> Languages = ["en", "es"];

    // The first that is set counts, as in gettext. Windows has none of them, and says it to .NET.
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Read before the command line is parsed: the descriptions of commands are in that language already.</summary>
    public static CultureInfo Of(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var asked = Asked(arguments) ?? FromEnvironment(terminal);
        return CultureInfo.GetCultureInfo(asked.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? "es" : "en");
    }

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            if (arguments[at] == Option)
            {
                return arguments.ElementAtOrDefault(at + 1);
            }

            if (arguments[at].StartsWith(Option, StringComparison.Ordinal) && arguments[at].AsSpan(Option.Length) is [':' or '=', ..])
            {
                return arguments[at][(Option.Length + 1)..];
            }
        }

        return null;
    }

    private static string FromEnvironment(Terminal terminal) =>
        Variables.Select(terminal.Environment).FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?? CultureInfo.CurrentUICulture.Name;
}

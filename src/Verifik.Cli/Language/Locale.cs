using System.Globalization;

namespace Verifik.Cli.Language;

/// <summary>The language of a run, from <c>--lang</c> or otherwise from the environment.</summary>
internal static class Locale
{
    public const string Option = "--lang";

    public static readonly IReadOnlyList<string> Languages = ["en", "es"];

    // The first one that is set is used, as in gettext. On Windows, .NET provides the language.
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Determined before the command line is parsed, because the descriptions of commands are localized.</summary>
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

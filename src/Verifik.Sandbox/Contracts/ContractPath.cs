using System.Text.RegularExpressions;

namespace Verifik.Sandbox.Contracts;

/// <summary>
/// Converts a path of a contract to a route: <c>/persons/{person-id}</c>. Characters with a meaning in routes are
/// replaced in the parameter names.
/// </summary>
internal static partial class ContractPath
{
    [GeneratedRegex("\\{([^{}]*)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("[^A-Za-z0-9_-]", RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();

    public static string RouteOf(string path) => Parameter().Replace(path, match => $"{{{NameOf(match.Groups[1].Value)}}}");

    public static string NameOf(string parameter) => Syntax().Replace(parameter, "_");

    /// <summary>The path with the values of its parameters.</summary>
    public static string Filled(string path, Func<string, string> value) => Parameter().Replace(path, match => Uri.EscapeDataString(value(match.Groups[1].Value)));
}

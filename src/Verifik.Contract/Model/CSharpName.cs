using System.Text.RegularExpressions;

namespace Verifik.Contract.Model;

/// <summary>Converts names of the contract to C# names.</summary>
internal static partial class CSharpName
{
    /// <summary>A name of the contract in PascalCase (<c>_id</c> becomes <c>Id</c>); null if it does not begin with a letter.</summary>
    public static string? Pascal(string name)
    {
        var joined = string.Concat(Word.Matches(name).Select(word => WithUpper(word.Value)));
        return joined.Length > 0 && char.IsLetter(joined[0]) ? joined : null;
    }

    /// <summary>A name of the contract in camelCase (<c>X-Reason</c> becomes <c>xReason</c>); null if it does not begin with a letter.</summary>
    public static string? Camel(string name) => Pascal(name) is { } pascal ? WithLower(pascal) : null;

    /// <summary>Whether a name that an author chose is PascalCase.</summary>
    public static bool IsPascalCase(string name) => PascalCase.IsMatch(name);

    /// <summary>Whether a name that an author chose is camelCase.</summary>
    public static bool IsCamelCase(string name) => CamelCase.IsMatch(name);

    private static string WithUpper(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    // An abbreviation at the start is one word: `URL` becomes `url`, `IPAddress` becomes `ipAddress`.
    private static string WithLower(string name)
    {
        var capitals = name.TakeWhile(char.IsUpper).Count();
        var lower = capitals <= 1 ? 1 : capitals == name.Length || !char.IsLetter(name[capitals]) ? capitals : capitals - 1;
        return name[..lower].ToLowerInvariant() + name[lower..];
    }

    [GeneratedRegex(@"\A[\p{Lu}\p{Lo}][\p{L}\p{Nd}]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PascalCase { get; }

    [GeneratedRegex(@"\A[\p{Ll}\p{Lo}][\p{L}\p{Nd}]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase { get; }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}

using System.Text.RegularExpressions;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>The names that the generator gives in C#.</summary>
internal static partial class CSharpName
{
    /// <summary>What <c>x-csharp-name</c> says, else the name on the wire with its first letter in upper case, as NJsonSchema does it.</summary>
    public static string OfProperty(YamlMapping property) => property.Text("x-csharp-name") ?? WithUpper(property.Key);

    /// <summary>The name on the wire with its first letter in lower case, as NSwag's DefaultParameterNameGenerator does it.</summary>
    public static string OfParameter(YamlMapping parameter)
    {
        var name = parameter.Text("x-originalName") ?? parameter.Text("name") ?? "";
        return name.Length == 0 ? "" : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Whether a name begins with a capital and ends in a letter: a digit at the end is what NSwag's own inventions have.</summary>
    public static bool IsPascalCase(string name) => PascalCase.IsMatch(name);

    public static bool IsCamelCase(string name) => CamelCase.IsMatch(name);

    /// <summary>The nearest name in PascalCase: <c>_id</c> becomes <c>Id</c>.</summary>
    public static string ToPascalCase(string name)
    {
        var words = Word.Matches(name).Select(word => WithUpper(word.Value));
        var joined = string.Concat(words).Trim([.. "0123456789"]);
        return joined.Length == 0 ? "Name" : WithUpper(joined);
    }

    public static string ToCamelCase(string name) => ToPascalCase(name) is var pascal ? char.ToLowerInvariant(pascal[0]) + pascal[1..] : name;

    private static string WithUpper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex("^[A-Z]([A-Za-z0-9]*[A-Za-z])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PascalCase { get; }

    [GeneratedRegex("^[a-z]([A-Za-z0-9]*[A-Za-z])?$", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase { get; }

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}

using System.Text.RegularExpressions;

namespace Verifik.Tests.Readme;

/// <summary>A section of a readme that makes an application: commands of <c>dotnet</c>, then a program.</summary>
/// <param name="Commands">The arguments of each <c>dotnet new</c> and <c>dotnet add … package</c>, in their order.</param>
/// <param name="Program">The C# of the section.</param>
/// <param name="Contract">Its OpenAPI document; empty without one.</param>
/// <param name="Item">What it adds to the project file; empty where it adds nothing.</param>
internal sealed partial record Recipe(IReadOnlyList<string[]> Commands, string Program, string Contract, string Item)
{
    /// <summary>The recipe under a heading of README.md.</summary>
    public static Recipe Of(string heading)
    {
        var section = Section().Matches(Document.Readme).Single(section => section.Groups["heading"].Value == heading).Groups["text"].Value;
        return new Recipe(
            [.. Command().Matches(section).Select(command => command.Groups[1].Value.Split(' '))],
            Block(section, "csharp"),
            Block(section, "yaml"),
            Regex.Match(section, "`(<ItemGroup>.*</ItemGroup>)`").Groups[1].Value);
    }

    private static string Block(string section, string language) => Regex.Match(section, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("^##+ (?<heading>[^\n]*)\n(?<text>.*?)(?=^##+ |\\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("`dotnet ((?:new|add orders package) [^`]*)`")]
    private static partial Regex Command();
}

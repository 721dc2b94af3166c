using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using Verifik.Cli;
using Verifik.Tests.Contract;
using Verifik.Tests.Readme;

namespace Verifik.Tests.Cli;

/// <summary>The messages of the tool, in English and in Spanish.</summary>
public sealed partial class MessageTests
{
    private static readonly SortedDictionary<string, string> English = Texts("");
    private static readonly SortedDictionary<string, string> Spanish = Texts("es");

    [Fact]
    public void EveryText_HasItsPair() => Assert.Equal(English.Keys, Spanish.Keys);

    [Fact]
    public void EveryPair_HasTheSamePlaceholders_AndTheSameCommands() => Assert.All(English.Keys, name =>
    {
        Assert.Equal(Matches(Place(), English[name]), Matches(Place(), Spanish[name]));
        Assert.Equal(Matches(NameOfTheTool(), English[name]), Matches(NameOfTheTool(), Spanish[name]));
    });

    [Fact]
    public void EveryText_IsUsed()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Verifik.Cli"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
        var used = sources.SelectMany(source => Matches(Use(), source)).ToHashSet();

        Assert.DoesNotContain(English.Keys, name => !used.Contains($"Messages.{name}"));
    }

    [Fact]
    public Task EveryText_IsAsReviewed()
    {
        var text = new StringBuilder();
        foreach (var name in English.Keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}\n  {English[name]}\n  {Spanish[name]}\n");
        }

        return Verifier.Verify($"{text}");
    }

    [Fact]
    public Task TheHelpInEnglish_IsAsReviewed() => VerifyHelpAsync("en");

    [Fact]
    public Task TheHelpInSpanish_IsAsReviewed() => VerifyHelpAsync("es");

    [Fact]
    public void TheDocumentOfTheTool_HasTheTableOfExitCodes() => Assert.Contains(
        string.Concat(ExitCode.Table.Select(row => $"\n| {row.Code} | {English[NameOf(row.Code)]} |")) + "\n",
        Document.Read("docs", "tool.md"),
        StringComparison.Ordinal);

    private static string NameOf(int code) => typeof(ExitCode).GetFields().Where(field => (int)field.GetRawConstantValue()! == code).Select(field => $"Exit{field.Name}").Single();

    private static async Task VerifyHelpAsync(string language)
    {
        var text = new StringBuilder();
        foreach (var command in new[] { "", "login", "status", "renew", "revoke", "logout", "token", "get", "call", "accounts", "accounts default", "accounts name", "accounts remove", "completion" })
        {
            var run = await ToolRun.OfAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);
            text.Append(CultureInfo.InvariantCulture, $"$ verifik {command}\n{run.AssertDone().Output.Replace($"  {RootCommand.ExecutableName} ", "  verifik ", StringComparison.Ordinal)}");
        }

        await Verifier.Verify(string.Join('\n', $"{text}".Split('\n').Select(line => line.TrimEnd())));
    }

    private static SortedDictionary<string, string> Texts(string culture)
    {
        var resources = new ResourceManager("Verifik.Cli.Language.Messages", typeof(ExitCode).Assembly);
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return new SortedDictionary<string, string>(set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!), StringComparer.Ordinal);
    }

    private static SortedSet<string> Matches(Regex pattern, string text) => new(pattern.Matches(text).Select(match => match.Value), StringComparer.Ordinal);

    [GeneratedRegex("\\{[0-9]\\}")]
    private static partial Regex Place();

    [GeneratedRegex("--[a-z-]+|VERIFIK_[A-Z_]+|'verifik[^']*'")]
    private static partial Regex NameOfTheTool();

    [GeneratedRegex("Messages\\.[A-Za-z0-9]+")]
    private static partial Regex Use();
}

using System.Text.RegularExpressions;

namespace Verifik.Tests.Readme;

/// <summary>README.es.md says what README.md says: the same sections, code, tables and names.</summary>
public sealed partial class SpanishReadmeTests
{
    private static readonly string[] English = Sections(Document.Readme);
    private static readonly string[] Spanish = Sections(Document.Read("README.es.md"));

    [Fact]
    public void TheSections_AreTheSame() => Assert.Equal(English.Select(Level), Spanish.Select(Level));

    [Fact]
    public void TheCode_IsTheSame_ExceptCommentsAndLabelsOfDiagrams() => Assert.Equal(Shapes(English, Block(), CodeOf), Shapes(Spanish, Block(), CodeOf));

    [Fact]
    public void TheTables_HaveTheSameRows() => Assert.Equal(Shapes(English, Row(), ColumnsOf), Shapes(Spanish, Row(), ColumnsOf));

    // Each names the other one.
    [Fact]
    public void ASection_HasTheSameNamesAndNumbers() => Assert.Equal(Shapes(English, Name(), NameOf), Shapes(Spanish, Name(), NameOf).Select(names => names.Replace("`README.md`", "`README.es.md`", StringComparison.Ordinal)));

    private static string[] Sections(string text) => Heading().Split(text);

    private static string Level(string section) => section[..(section.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? end : 0)];

    private static IEnumerable<string> Shapes(string[] sections, Regex part, Func<Match, string> shape) =>
        sections.Select(section => string.Join('\n', part.Matches(ReferenceEquals(part, Block()) ? section : Block().Replace(section, "")).Select(shape).Order(StringComparer.Ordinal)));

    private static string CodeOf(Match block) => Comment().Replace(block.Value.StartsWith("```mermaid", StringComparison.Ordinal) ? Label().Replace(block.Value, "\"\"") : block.Value, "");

    private static string ColumnsOf(Match row) => $"{row.Value.Count(character => character == '|')}";

    private static string NameOf(Match name) => name.Value;

    [GeneratedRegex("^(?=##* )", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\|.*\\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`[^`\n]+`|\\d[\\d.,]*")]
    private static partial Regex Name();

    [GeneratedRegex(" *(//|#) .*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"|\\(\\[[^\\]]*\\]\\)")]
    private static partial Regex Label();
}

using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>Mistakes in YAML.</summary>
public sealed class YamlMistakeTests
{
    [Theory]
    [InlineData("title: Letters", "title: »'Letters", "VC0002", "The quoted string that starts here ends at line 37, and the text after it cannot be read; is a closing quote missing? (While parsing a block mapping, did not find expected key.)")]
    [InlineData("info:\n  title: Letters\n", "info:\n  title: Letters\n »version: 1\n", "VC0002", "While parsing a block mapping, did not find expected key.")]
    [InlineData("  title: Letters", "»\ttitle: Letters", "VC0002", "Tabs are not allowed in YAML; indent with spaces")]
    [InlineData("  title: Letters", "  title: Letters\n  »title: Again", "VC0003", "'title' is already a key of this mapping, at line 4")]
    [InlineData("description: Production.", "description: »&place Production.", "VC0004", "The anchor '&place' is not supported; repeat the value, or use $ref")]
    [InlineData("title: Letters", "title: »!!str Letters", "VC0004", "The tag 'tag:yaml.org,2002:str' is not supported; quote the value if it is a string")]
    [InlineData("\nservers:", "\n»---\nservers:", "VC0004", "A second document begins here; a contract is a single document")]
    [InlineData("value:\n                    code: BadRequest", "value:\n                    code: »yes", "VC0008", "'yes' is a string for some YAML readers, and a Boolean or a number for others; quote it if it is a string, otherwise write it as in JSON")]
    [InlineData("to: '+571234'", "to: »+571234", "VC0008", "'+571234' is a string for some YAML readers, and a Boolean or a number for others; quote it if it is a string, otherwise write it as in JSON")]
    [InlineData("minimum: 1", "minimum: »01", "VC0008", "'01' is a string for some YAML readers, and a Boolean or a number for others; quote it if it is a string, otherwise write it as in JSON")]
    [InlineData("description: Production.", "description: Production.»\u2028", "VC0009", "The character U+2028 is invisible, and could end a line of the generated code or hide a part of it; remove it")]
    [InlineData("description: Production.", "description: »\"Production\\r.\"", "VC0009", "The character U+000D is invisible, and could end a line of the generated code or hide a part of it; remove it")]
    [InlineData("description: Production.", "description: »\"Production\\L.\"", "VC0009", "The character U+2028 is invisible, and could end a line of the generated code or hide a part of it; remove it")]
    [InlineData("description: Production.", "description: Produc»\u202Etion.", "VC0009", "The character U+202E is invisible, and could end a line of the generated code or hide a part of it; remove it")]
    public void AMistakeInYaml_IsReportedAtItsPosition(string text, string marked, string code, string message) =>
        SmallContract.Refuses(text, marked, code, message);

    [Fact]
    public void AnAlias_IsRefusedLikeItsAnchor()
    {
        var text = SmallContract.With("description: Production.", "description: &place Production.").Replace("summary: A letter.", "summary: *place", StringComparison.Ordinal);

        Assert.Equal(["VC0004", "VC0004"], ContractCheck.CheckText(text).Diagnostics.Where(found => found.Code == "VC0004").Select(found => found.Code));
    }

    [Fact]
    public void AMergeKey_IsRefused()
    {
        var text = SmallContract.With("  contact:\n", "  <<: {}\n  contact:\n");

        Assert.Equal("The merge key '<<' is not supported; repeat the keys", Assert.Single(ContractCheck.CheckText(text).Diagnostics).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# A comment.\n")]
    [InlineData("---\n")]
    public void AnEmptyFile_IsCalledEmpty(string text)
    {
        var found = Assert.Single(ContractCheck.CheckText(text).Diagnostics);

        Assert.Equal("VC0001", found.Code);
        Assert.Equal("The file is empty; an OpenAPI document begins with 'openapi: 3.0.3'", found.Message);
    }

    [Theory]
    [InlineData("»- a list", "The file does not contain a mapping; an OpenAPI document begins with 'openapi: 3.0.3'")]
    [InlineData("»just text", "The file does not contain a mapping; an OpenAPI document begins with 'openapi: 3.0.3'")]
    public void AFileThatIsNotAMapping_IsRejected(string marked, string message) =>
        SmallContract.Refuses(marked, "VC0010", message);

    [Fact]
    public void ADeeplyNestedDocument_IsRejectedBeforeAStackOverflow()
    {
        var found = Assert.Single(ContractCheck.CheckText(new string('[', 100_000)).Diagnostics);

        Assert.Equal(("VC0002", "The document is nested deeper than 64 levels"), (found.Code, found.Message));
    }

    [Fact]
    public void AllMistakes_AreReportedInOneRun_InTheOrderOfTheFile()
    {
        var text = SmallContract.With("type: integer", "type: intger")
            .Replace("operationId: WithdrawLetter", "operationId: SendLetter", StringComparison.Ordinal)
            .Replace("title: Letters", "titel: Letters", StringComparison.Ordinal);

        Assert.Equal(["VC0006", "VC0020", "VC0013"], ContractCheck.CheckText(text).Diagnostics.Select(found => found.Code));
    }
}

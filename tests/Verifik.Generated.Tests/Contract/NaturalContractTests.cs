using System.Text.RegularExpressions;

namespace Verifik.Tests.Contract;

/// <summary>Forty operations of a real API, as an author naturally writes them.</summary>
public sealed partial class NaturalContractTests
{
    private const int Operations = 40;
    private const int LinesAnOperation = 110;

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", "natural.yaml"));
    private static readonly HashSet<string> Words = [.. Word().Matches(Text).Select(word => word.Value)];

    [Fact]
    public void TheContract_IsAcceptedUnchanged()
    {
        Assert.Equal(Operations, Text.Split("operationId:").Length - 1);
        Assert.Empty(SmallContract.Check(Text));
    }

    [Fact]
    public Task TheLoweredContract_IsAsReviewed() => Verifier.Verify(Verifik.Contract.ContractCheck.CheckText(Text).Lowered, "json");

    [Fact]
    public async Task TheGeneratedSource_IsAsReviewed() => await Verifier.Verify(ToolVersion().Replace(await GenerateAsync(), "NSwag {version}"), "cs");

    [Fact]
    [Trait("Run", "Long")]
    public async Task TheGeneratedSource_Compiles_OnBothTargets() =>
        Assert.Empty(GeneratedCode.Errors(await NSwagGenerator.Build.GenerateAsync(Text, CompiledClient.Name)));

    [Fact]
    public async Task AnOperation_HasFewLines()
    {
        var lines = (await GenerateAsync()).Split('\n').Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

        Assert.InRange(lines / Operations, 1, LinesAnOperation);
    }

    [Fact]
    public async Task AName_HasNoDigitOrUnderscore_ThatTheContractDoesNotHave()
    {
        var names = Declared().Matches(await GenerateAsync()).Select(name => name.Groups["name"].Value).ToList();

        Assert.True(names.Count > Operations);
        Assert.DoesNotContain(names, IsInvented);
    }

    [Theory]
    [InlineData("Body5", true)]
    [InlineData("Anonymous", false)]
    [InlineData("In_path", true)]
    [InlineData("Search_", true)]
    public void ANameWithADigitOrAnUnderscore_IsDetected(string name, bool isInvented) => Assert.Equal(isInvented, IsInvented(name));

    // An underscore of the contract is no part of a name in C#; a digit is, behind the word that has it there.
    private static bool IsInvented(string name) =>
        name.Contains('_', StringComparison.Ordinal) || Digits().Matches(name).Any(digits => !Words.Any(word => word.Contains(digits.Value, StringComparison.OrdinalIgnoreCase)));

    private static Task<string> GenerateAsync() => NSwagGenerator.Build.GenerateAsync(Text);

    [GeneratedRegex(@"NSwag \d[\d.]*")]
    private static partial Regex ToolVersion();

    [GeneratedRegex(@"public (?:sealed partial class|readonly partial struct|static \w+|[\w<>?\[\], .]+?) (?<name>\w+)(?: \{|\(| =>|\n)")]
    private static partial Regex Declared();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Za-z]*[0-9]+")]
    private static partial Regex Digits();
}

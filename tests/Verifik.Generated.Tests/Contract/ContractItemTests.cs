namespace Verifik.Tests.Contract;

/// <summary>The <c>OpenApiContract</c> items of a project are validated before anything is generated.</summary>
[Trait("Run", "Long")]
public sealed class ContractItemTests
{
    private const string Right = """<OpenApiContract Include="right.yaml" ClassName="Letters" Namespace="Orders.Letters" />""";

    [Theory]
    [InlineData("""<OpenApiContract Include="right.yaml" Namespace="Orders" />""", "VC9002", "has the ClassName ''")]
    [InlineData("""<OpenApiContract Include="right.yaml" ClassName="letters" Namespace="Orders" />""", "VC9002", "has the ClassName 'letters'")]
    [InlineData("""<OpenApiContract Include="wrong.yaml" ClassName="Letters" Namespace="Orders" />""", "VC9003", "wrong.yaml' does not exist")]
    [InlineData("""<OpenApiContract Include="right.yaml" ClassName="Letters" Namespace="Orders" Settings="own.json" />""", "VC9008", "right.yaml' do not exist: own.json")]
    [InlineData(Right + """<OpenApiContract Include="other.yaml" ClassName="Letters" Namespace="Other" />""", "VC9004", "Letters, Letters")]
    [InlineData("""<OpenApiContract Include="right.yaml" ClassName="Letters" Namespace="Verifik" />""", "VC9006", "has the Namespace 'Verifik'")]
    [InlineData("""<OpenApiContract Include="right.yaml" ClassName="Letters" Namespace="Orders.2" />""", "VC9006", "has the Namespace 'Orders.2'")]
    public async Task AMistake_IsOneErrorThatNamesTheItem(string items, string code, string message)
    {
        var (exitCode, output) = await BuildAsync(items, "14");

        Assert.Equal(1, exitCode);
        Assert.Contains($"error {code}: ", output, StringComparison.Ordinal);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.Equal(1, output.Split("error VC").Length - 1);
    }

    [Theory]
    [InlineData("7.3")]
    [InlineData("11.0")]
    public async Task AnEarlierCSharp_IsRefused(string version)
    {
        var (exitCode, output) = await BuildAsync(Right, version);

        Assert.Equal(1, exitCode);
        Assert.Contains($"error VC9005: Generated clients require C# 12, but this project is compiled as C# {version}", output, StringComparison.Ordinal);
    }

    // The targets on a project that has nothing else: what they say comes before they generate.
    private static async Task<(int ExitCode, string Output)> BuildAsync(string items, string version)
    {
        using var folder = new TemporaryFolder();
        folder.Write("right.yaml", "");
        folder.Write("other.yaml", "");
        var project = folder.Write("project.proj", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>{version}</LangVersion>
                <BaseIntermediateOutputPath>obj/</BaseIntermediateOutputPath>
                <OpenApiSettings>{Repository.PathOf("nswag.json")}</OpenApiSettings>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
              <Import Project="{Repository.PathOf("src", "Verifik.Generated.Build", "build", "Verifik.Generated.Build.targets")}" />
            </Project>
            """);
        var (exitCode, output, _) = await DotNet.RunAsync("msbuild", project, "-nologo", "-target:GenerateOpenApiClients", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary");
        return (exitCode, output);
    }
}

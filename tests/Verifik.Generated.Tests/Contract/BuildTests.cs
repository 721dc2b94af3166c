using System.Text.RegularExpressions;

namespace Verifik.Tests.Contract;

/// <summary>The check as a part of the build: Generate.proj, on another document and into another folder.</summary>
[Trait("Run", "Long")]
public sealed partial class BuildTests
{
    [Fact]
    public async Task AnInvalidContract_FailsTheBuildWithItsDiagnosticsOnly_AndKeepsThePreviousClient()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("broken.yaml", SmallContract.With("operationId: WithdrawLetter", "operationId: SendLetter").Replace("type: integer", "type: intger", StringComparison.Ordinal));
        var client = folder.Write("VerifikClient.g.cs", "// The previous client.");

        var (exitCode, output, error) = await GenerateAsync(document, folder);

        Assert.Equal(1, exitCode);
        Assert.Equal(["VC0020", "VC0013", "VC0013"], Code().Matches(output).Select(code => code.Value));
        Assert.Contains($"{document}(81,20): error VC0020: The operationId 'SendLetter' is already used at line 25: both are 'SendLetter' in C#", output, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.Equal("// The previous client.", await File.ReadAllTextAsync(client));
        Assert.Equal(["VerifikClient.g.cs", "broken.yaml"], Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AValidContract_IsCheckedAndGenerated_AndNothingRunsTheSecondTime()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("right.yaml", SmallContract.Text);

        var (firstCode, first, _) = await GenerateAsync(document, folder);
        var (secondCode, second, _) = await GenerateAsync(document, folder);

        Assert.Equal((0, 0), (firstCode, secondCode));
        Assert.Contains("VERIFIK_CHECK\" lower", first, StringComparison.Ordinal);
        Assert.Contains("\"operationId\": \"SendLetter\"", await File.ReadAllTextAsync(folder.Root + "VerifikClient.json"), StringComparison.Ordinal);
        Assert.Contains("Task \"Exec\"", first, StringComparison.Ordinal);
        Assert.Contains("class VerifikClient", await File.ReadAllTextAsync(folder.Root + "VerifikClient.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"Exec\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Task \"MSBuild\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameOfAFolder_IsNotRunAsACommand()
    {
        using var folder = new TemporaryFolder();
        var hostile = Directory.CreateDirectory(Path.Combine(folder.Root, "a `touch executed` $(touch executed) 'b'")).FullName + Path.DirectorySeparatorChar;
        await File.WriteAllTextAsync(hostile + "right.yaml", SmallContract.Text);

        var (exitCode, output, _) = await GenerateAsync(hostile + "right.yaml", hostile);

        Assert.True(exitCode == 0, output);
        Assert.Contains("VerifikClient(ApiConnection connection)", await File.ReadAllTextAsync(hostile + "VerifikClient.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.Root, "executed", SearchOption.AllDirectories).Concat(Directory.GetFiles(Repository.Root, "executed")), _ => true);
    }

    [Fact]
    public async Task AFolderThatNSwagDoesNotSupport_IsRejected()
    {
        using var folder = new TemporaryFolder();
        var divided = Directory.CreateDirectory(Path.Combine(folder.Root, "a;b")).FullName + Path.DirectorySeparatorChar;
        await File.WriteAllTextAsync(divided + "right.yaml", SmallContract.Text);

        var (exitCode, output, _) = await GenerateAsync(divided + "right.yaml", divided);

        Assert.Equal(1, exitCode);
        Assert.Contains("error VC9007: NSwag cannot generate in a folder with a ';' in its path: " + divided, output, StringComparison.Ordinal);
        Assert.False(File.Exists(divided + "VerifikClient.g.cs"));
    }

    // What Visual Studio sets, and what Buildalyzer sets for Stryker.
    [Theory]
    [InlineData("DesignTimeBuild=true;BuildingInsideVisualStudio=true;BuildingProject=false;SkipCompilerExecution=true;ProvideCommandLineArgs=true")]
    [InlineData("DesignTimeBuild=true;BuildProjectReferences=false;SkipCompilerExecution=true;ProvideCommandLineArgs=true;SkipCopyBuildProduct=true;CopyBuildOutputToOutputDirectory=false;UseCommonOutputDirectory=true;ComputeNETCoreBuildOutputFiles=false;AddModules=false")]
    public async Task ADesignTimeBuild_BuildsTheCheckAndGenerates(string properties)
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("right.yaml", SmallContract.Text);

        var (exitCode, output, _) = await GenerateAsync(document, folder, properties);

        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(folder.Root + "VerifikClient.g.cs"));
    }

    [Fact]
    public async Task ACheckThatCouldNotBeBuilt_IsOneError_AndIsBuiltTheNextTime()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("right.yaml", SmallContract.Text);

        var (firstCode, first, _) = await GenerateAsync(document, folder, "TargetName=Elsewhere");
        var (secondCode, second, _) = await GenerateAsync(document, folder);

        Assert.Equal(1, firstCode);
        Assert.Matches("error VC9000: The build of the contract check did not create .*Verifik.Contract.dll", first);
        Assert.True(secondCode == 0, second);
    }

    [Fact]
    public async Task ACheckThatDoesNotStart_IsOneErrorWithTheOutputOfDotnet()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("right.yaml", SmallContract.Text);
        await GenerateAsync(document, folder);
        var check = Path.Combine(Directory.GetDirectories(folder.Root, "check-*").Single(), "Verifik.Contract.dll");
        var configuration = Path.ChangeExtension(check, "runtimeconfig.json");

        folder.Write("right.yaml", SmallContract.Text + "# Changed.\n");
        await File.WriteAllTextAsync(configuration, (await File.ReadAllTextAsync(configuration)).Replace("10.0.0", "99.0.0", StringComparison.Ordinal));
        var (withoutRuntime, runtime, _) = await GenerateAsync(document, folder);
        File.Delete(check);
        var (withoutFile, file, _) = await GenerateAsync(document, folder);

        Assert.Equal((1, 1), (withoutRuntime, withoutFile));
        Assert.Matches("right.yaml : error VC9000: The contract check failed to run: exit code 150\\. .*You must install or update \\.NET", runtime);
        Assert.Matches("right.yaml : error VC9000: The contract check failed to run: exit code 1\\. .*Could not execute", file);
    }

    private static Task<(int ExitCode, string Output, string Error)> GenerateAsync(string document, TemporaryFolder folder, string properties = "Configuration=Debug") => GenerateAsync(document, folder.Root, properties);

    private static Task<(int ExitCode, string Output, string Error)> GenerateAsync(string document, string folder, string properties = "Configuration=Debug") =>
        DotNet.RunAsync(
            "msbuild",
            Repository.PathOf("src", "Verifik.Generated.Build", "build", "Generate.proj"),
            "-nologo",
            "-nodeReuse:false",
            $"-property:OpenApiDocument={Escape(document)};OpenApiDirectory={Escape(folder)};OpenApiClass=VerifikClient;OpenApiNamespace=Verifik;OpenApiSettings={Escape(Repository.PathOf("nswag.json"))};OpenApiNSwag={Escape(Repository.NSwag)}",
            "-property:" + properties,
            document.EndsWith("right.yaml", StringComparison.Ordinal) ? "-verbosity:detailed" : "-verbosity:quiet");

    // As MSBuild escapes what it would read itself.
    private static string Escape(string path) => path.Replace(";", "%3b", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    [GeneratedRegex("(?<=: error )[A-Z]+[0-9]+")]
    private static partial Regex Code();
}

using System.Text;
using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>Verifik.Contract as a process: what it prints, and how it ends.</summary>
public sealed class ProgramTests
{
    private const string Start = "openapi: 3.0.3\n";

    [Fact]
    [Trait("Run", "Long")]
    public async Task AValidContract_PrintsNothing()
    {
        var (exitCode, output, error) = await CheckAsync(Repository.Contract);

        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task AMistake_IsAnErrorInMSBuildsFormat()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("broken.yaml", SmallContract.With("schemas/Envelope'", "schemas/Envelopes'"));

        var (exitCode, output, error) = await CheckAsync(file);

        Assert.Equal((1, $"{file}(166,21): error VC0007: '#/components/schemas/Envelopes' does not exist; did you mean 'Envelope'?\n", ""), (exitCode, output, error));
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task EachFile_IsChecked()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.Root + "missing.yaml";
        var empty = folder.Write("empty.yaml", "");

        var (exitCode, output, _) = await CheckAsync(missing, empty, Repository.Contract);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"{missing}(1,1): error VC0001: The file does not exist\n{empty}(1,1): error VC0001: The file is empty; an OpenAPI document begins with 'openapi: 3.0.3'\n",
            output);
    }

    public static TheoryData<string, byte[], string> UnreadableFiles => new()
    {
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Start)], "(1,1): error VC0001: The file is encoded in UTF-16 or UTF-32; save it as UTF-8" },
        { "UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(Start), "(1,1): error VC0001: The file is encoded in UTF-16 or UTF-32; save it as UTF-8" },
        { "Latin-1", Encoding.Latin1.GetBytes(Start + "info:\n  title: Teléfono\n"), "(3,13): error VC0001: The bytes here are not UTF-8; save the file as UTF-8" },
        { "5 MiB and a byte", new byte[(5 * 1024 * 1024) + 1], "(1,1): error VC0001: The file has 5242881 bytes; the maximum is 5242880 (5 MiB)" },
    };

    [Theory]
    [MemberData(nameof(UnreadableFiles), DisableDiscoveryEnumeration = true)]
    public void AFileThatIsNoText_IsRefused(string what, byte[] content, string message)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(what, content);

        Assert.Equal(file + message, string.Join("\n", ContractCheck.CheckFile(file).Diagnostics.Select(found => found.Format(file))));
    }

    [Fact]
    public void AByteOrderMark_IsNotPartOfTheText()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(ContractCheck.CheckFile(folder.Write("marked.yaml", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(SmallContract.Text)])).Diagnostics);
    }

    [Fact]
    public void WindowsLineEnds_AreLineEnds()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(ContractCheck.CheckFile(folder.Write("windows.yaml", SmallContract.Text.Replace("\n", "\r\n", StringComparison.Ordinal))).Diagnostics);
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task AnInvalidCommandLine_PrintsTheUsage()
    {
        var (exitCode, output, error) = await DotNet.RunAsync(typeof(ContractCheck).Assembly.Location, "chek", "openapi/verifik.yaml");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("Usage: Verifik.Contract check FILE...\n", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> CheckAsync(params string[] files) =>
        DotNet.RunAsync([typeof(ContractCheck).Assembly.Location, "check", .. files]);
}

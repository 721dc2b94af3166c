using System.Text;
using DiffEngine;

namespace Verifik.Tests.Snapshots;

// These hold for Verify.Xunit too (-p:UseVerifyXunit=true): they are what the two must agree on. They run alone, for
// no diff tool may open on a mismatch that is meant.
[Collection(nameof(NoDiffTool))]
public sealed class VerifierTests : IDisposable
{
    private readonly bool _disabled = DiffRunner.Disabled;
    private readonly string _directory = Directory.CreateTempSubdirectory("snapshots").FullName;

    public VerifierTests() => DiffRunner.Disabled = true;

    private string SourceFile => Path.Combine(_directory, "Any.cs");

    public void Dispose()
    {
        DiffRunner.Disabled = _disabled;
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task ASnapshot_IsNextToItsTest() => await Verifier.Verify("beside its test\n");

    [Fact]
    public async Task ASnapshotOfCode_HasTheExtensionOfCode() => await Verifier.Verify("class C;", "cs");

    [Fact]
    public async Task ANewText_FailsAndIsReceived()
    {
        var failure = await FailsAsync("one\r\ntwo\rthree\n");

        Assert.Contains("New", failure, StringComparison.Ordinal);
        Assert.Contains("three", failure, StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "one\ntwo\nthree\n"u8], Received(nameof(ANewText_FailsAndIsReceived)));
    }

    [Fact]
    public async Task AnotherText_FailsAndIsReceived()
    {
        Write($"{nameof(AnotherText_FailsAndIsReceived)}.verified.txt", "old\n");

        var failure = await FailsAsync("new\n");

        Assert.Contains("NotEqual", failure, StringComparison.Ordinal);
        Assert.Contains("old", failure, StringComparison.Ordinal);
        Assert.Contains("new", failure, StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "new\n"u8], Received(nameof(AnotherText_FailsAndIsReceived)));
    }

    [Fact]
    public async Task AMissingLastLineEnd_IsADifference()
    {
        Write($"{nameof(AMissingLastLineEnd_IsADifference)}.verified.txt", "text");

        await FailsAsync("text\n");
    }

    [Fact]
    public async Task TheSameText_PassesAndDeletesTheReceivedFile()
    {
        const string Name = nameof(TheSameText_PassesAndDeletesTheReceivedFile);
        Write($"{Name}.verified.txt", "same\r\n");
        Write($"{Name}.received.txt", "other");

        await Verifier.Verify("same\n", sourceFile: SourceFile);

        Assert.Equal([$"{nameof(VerifierTests)}.{Name}.verified.txt"], Directory.GetFiles(_directory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AFinalNewlineOfAnEditor_IsIgnored()
    {
        Write($"{nameof(AFinalNewlineOfAnEditor_IsIgnored)}.verified.txt", "text\n");

        await Verifier.Verify("text", sourceFile: SourceFile);
    }

    [Fact]
    public async Task AnEmptyText_IsReceivedAsEmptyString()
    {
        await FailsAsync("");

        Assert.Equal([.. Encoding.UTF8.Preamble, .. "emptyString"u8], Received(nameof(AnEmptyText_IsReceivedAsEmptyString)));
    }

    [Fact]
    public async Task AnEmptySnapshotFile_CountsAsNoneAndIsDeleted()
    {
        var verified = PathOf($"{nameof(AnEmptySnapshotFile_CountsAsNoneAndIsDeleted)}.verified.txt");
        File.WriteAllBytes(verified, []);

        Assert.Contains("New", await FailsAsync("text"), StringComparison.Ordinal);
        Assert.False(File.Exists(verified));
    }

    [Fact]
    public async Task ASnapshotLeftUnderAnotherExtension_Fails()
    {
        const string Name = nameof(ASnapshotLeftUnderAnotherExtension_Fails);
        Write($"{Name}.verified.txt", "text");
        Write($"{Name}.verified.cs", "text");

        Assert.Contains($"{Name}.verified.cs", await FailsAsync("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondSnapshotInATest_IsRefused()
    {
        Write($"{nameof(ASecondSnapshotInATest_IsRefused)}.verified.txt", "text");
        await Verifier.Verify("text", sourceFile: SourceFile);

        Assert.Contains("already been used", await FailsAsync("text"), StringComparison.Ordinal);
    }

    private async Task<string> FailsAsync(string text) =>
        (await Assert.ThrowsAnyAsync<Exception>(async () => await Verifier.Verify(text, sourceFile: SourceFile))).Message;

    private string PathOf(string file) => Path.Combine(_directory, $"{nameof(VerifierTests)}.{file}");

    private void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    private byte[] Received(string test) => File.ReadAllBytes(PathOf($"{test}.received.txt"));
}

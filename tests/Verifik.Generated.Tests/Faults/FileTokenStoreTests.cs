using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Contract;
using Verifik.Tests.Account;

namespace Verifik.Tests.Faults;

/// <summary>A token in a file is its owner's alone.</summary>
public sealed class FileTokenStoreTests : TokenTest
{
    private readonly string _folder;

    public FileTokenStoreTests() => _folder = Use(new TemporaryFolder()).Root + "tokens";

    [Fact]
    public async Task ATokenInAFile_OutlivesItsProcess()
    {
        var first = StartOnFiles();
        var token = await first.LoginAsync();
        await StopAsync(first);

        Assert.Equal(token.Value, (await StartOnFiles().Tokens.GetTokenAsync()).Value);
    }

    [UnixFact]
    public async Task TheFolderAndTheFile_AreTheOwnersAlone()
    {
        await StartOnFiles().LoginAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(_folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(Assert.Single(Directory.GetFiles(_folder))));
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(Directory.GetFiles(_folder)[0]));
    }

    [UnixFact]
    public async Task ALink_IsNeitherReadNorWrittenThrough()
    {
        await StartOnFiles().LoginAsync();
        var path = Directory.GetFiles(_folder)[0];
        var target = _folder + "-elsewhere";
        File.Move(path, target);
        File.CreateSymbolicLink(path, target);
        var before = await File.ReadAllTextAsync(target);

        var reader = StartOnFiles();
        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => reader.Tokens.GetTokenAsync().AsTask());
        var token = await reader.LoginAsync();

        Assert.Contains("is a link", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(target));
        Assert.DoesNotContain(token.Value, before, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AFileThatOthersMayRead_IsRefused_AndTheErrorSaysWhatToDo()
    {
        await StartOnFiles().LoginAsync();
        Chmod(Directory.GetFiles(_folder)[0], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => StartOnFiles().Tokens.GetTokenAsync().AsTask());

        Assert.Contains("chmod 600", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AFolderThatOthersMayWriteTo_IsRefused_AndTheTokenIsUsedFromMemory()
    {
        Directory.CreateDirectory(_folder);
        Chmod(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        var application = StartOnFiles();

        var token = await application.LoginAsync();

        Assert.Equal(token, await application.Tokens.GetTokenAsync());
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Contains(application.Journal.Records, record => record.Text.Contains("chmod go-w", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void AFolderWithoutAName_IsRefusedWhereItIsGiven(string folder) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddVerifikFileTokenStore(folder));

    private Application StartOnFiles() => Start(services => services.AddVerifikFileTokenStore(_folder));

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private static void Chmod(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}

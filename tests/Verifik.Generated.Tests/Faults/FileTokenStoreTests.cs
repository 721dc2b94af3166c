using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Account;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Faults;

/// <summary>A token in a file is accessible to its owner only, and a file that cannot be read is an error.</summary>
[Trait("Needs", "NET")]
public sealed class FileTokenStoreTests : TokenTest
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    private readonly string _root;
    private readonly string _folder;

    public FileTokenStoreTests()
    {
        _root = Use(new TemporaryFolder()).Root;
        _folder = _root + "tokens";
    }

    private IVerifikTokenStore Store => Program.Store(_folder);

    private string TokenFile => Path.Combine(_folder, Program.Key);

    [Fact]
    public async Task ATokenInAFile_IsReadByTheNextProcess()
    {
        var first = StartOnFiles();
        var token = await first.LoginAsync();
        await StopAsync(first);

        Assert.Equal(token.Value, (await StartOnFiles().Tokens.GetTokenAsync()).Value);
    }

    [UnixFact]
    public async Task TheFolderItsMissingParentsAndTheFile_AreAccessibleToTheOwnerOnly()
    {
        var parent = _folder;
        var folder = Path.Combine(parent, "of", "orders");
        await Start(services => services.AddVerifikFileTokenStore(folder)).LoginAsync();

        Assert.Equal(Folder700, ModeOf(parent));
        Assert.Equal(Folder700, ModeOf(Path.Combine(parent, "of")));
        Assert.Equal(Folder700, ModeOf(folder));
        Assert.All(Directory.GetDirectories(folder), inner => Assert.Equal(Folder700, ModeOf(inner)));
        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(File600, ModeOf(file));
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(file));
    }

    [UnixFact]
    public async Task ALink_IsNotFollowed_ForReadingOrWriting()
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
    public async Task ABrokenLink_IsAnErrorForAReadAndAWrite()
    {
        await WriteAsync(Program.Entries[0]);
        File.Delete(TokenFile);
        File.CreateSymbolicLink(TokenFile, _folder + "-nowhere");

        await Assert.ThrowsAsync<IOException>(ReadAsync);
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(Program.Entries[0]));
    }

    [UnixFact]
    public async Task AFileThatOthersCanRead_IsRejected_WithWhatToDo()
    {
        await StartOnFiles().LoginAsync();
        Chmod(Directory.GetFiles(_folder)[0], File600 | UnixFileMode.GroupRead);

        var error = await Assert.ThrowsAsync<VerifikTokenStoreException>(() => StartOnFiles().Tokens.GetTokenAsync().AsTask());

        Assert.Contains("chmod 600", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AFolderThatOthersCanWriteTo_IsRejected_AndTheTokenInMemoryIsUsed()
    {
        Directory.CreateDirectory(_folder);
        Chmod(_folder, Folder700 | UnixFileMode.OtherWrite);
        var application = StartOnFiles();

        var token = await application.LoginAsync();

        Assert.Equal(token, await application.Tokens.GetTokenAsync());
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Contains(application.Journal.Records, record => record.Text.Contains("chmod go-w", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task AFolderThatOthersCanWriteTo_IsNotRead()
    {
        await WriteAsync(Program.Entries[0]);
        Chmod(_folder, Folder700 | UnixFileMode.GroupWrite);

        var error = await Assert.ThrowsAsync<IOException>(ReadAsync);

        Assert.Contains("chmod go-w", error.Message, StringComparison.Ordinal);
    }

    [UnixFact(UnixUser.Root)]
    public async Task AFolderOfAnotherUser_IsNeitherReadNorWritten()
    {
        await WriteAsync(Program.Entries[0]);
        Chown(_folder);

        var errors = new[] { await Assert.ThrowsAsync<IOException>(ReadAsync), await Assert.ThrowsAsync<IOException>(() => WriteAsync(Program.Entries[1])) };

        Assert.All(errors, error => Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal));
    }

    [UnixFact(UnixUser.Root)]
    public async Task AFileOfAnotherUser_IsNotRead()
    {
        await WriteAsync(Program.Entries[0]);
        Chown(TokenFile);

        var error = await Assert.ThrowsAsync<IOException>(ReadAsync);

        Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal);
    }

    [UnixFact(UnixUser.NotRoot)]
    public async Task AFolderOfRoot_IsRejected_EvenIfNobodyElseCanWriteToIt()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => Program.Store("/usr").ReadAsync(Program.Key, CancellationToken.None));

        Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal);
    }

    [UnixFact(UnixUser.NotRoot)]
    public async Task AnInaccessibleFolder_IsAnError_NotAMissingToken()
    {
        await WriteAsync(Program.Entries[0]);
        Chmod(_root, File600);
        try
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(ReadAsync);
        }
        finally
        {
            Chmod(_root, Folder700);
        }
    }

    [Fact]
    public async Task ADirectoryInPlaceOfTheFile_IsAnErrorForAReadAndAWrite()
    {
        await WriteAsync(Program.Entries[0]);
        File.Delete(TokenFile);
        Directory.CreateDirectory(TokenFile);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(ReadAsync);
        Assert.True(await Record.ExceptionAsync(() => WriteAsync(Program.Entries[0])) is IOException or UnauthorizedAccessException);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task AFileThatAnotherProcessReads_IsRead()
    {
        await WriteAsync(Program.Entries[0]);
        await using var other = new FileStream(TokenFile, FileMode.Open, FileAccess.Read, FileShare.Read);

        Assert.Equal(Program.Entries[0], await ReadAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheFileOfAKilledWriter_IsRemovedByTheNextReadOrWrite(bool isRead)
    {
        await WriteAsync(Program.Entries[0]);
        var leftover = Path.Combine(Assert.Single(Directory.GetDirectories(_folder)), "leftover");
        await File.WriteAllTextAsync(leftover, "half an entry");

        await (isRead ? ReadAsync() : WriteAsync(Program.Entries[1]));

        Assert.False(File.Exists(leftover));
    }

    [UnixFact]
    public async Task ABrokenLinkInPlaceOfTheFolder_IsAnError_NotAMissingToken()
    {
        Directory.CreateSymbolicLink(_folder, _root + "not mounted");

        await Assert.ThrowsAsync<IOException>(ReadAsync);
    }

    [Fact]
    public async Task AFileInPlaceOfTheFolderOrAParent_IsAnError_NotAMissingToken()
    {
        await File.WriteAllTextAsync(_folder, "");
        var below = Program.Store(Path.Combine(_folder, "of", "orders"));

        var errors = new[] { await Assert.ThrowsAsync<IOException>(ReadAsync), await Assert.ThrowsAsync<IOException>(() => below.ReadAsync(Program.Key, CancellationToken.None)) };

        Assert.All(errors, error => Assert.Contains($"'{_folder}' is not a folder", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutTheFolderOrTheFile_ThereIsNoToken()
    {
        Assert.Null(await ReadAsync());
        Directory.CreateDirectory(_folder);
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task AFileThatIsTooLargeForAToken_IsRejected()
    {
        await WriteAsync(new byte[64 * 1024]);
        Assert.Equal(64 * 1024, (await ReadAsync())!.Length);

        await WriteAsync(new byte[(64 * 1024) + 1]);
        var error = await Assert.ThrowsAsync<IOException>(ReadAsync);

        Assert.Contains($"'{TokenFile}' is too large for a token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledWrite_KeepsTheOldEntry_EvenIfItHasExpired()
    {
        await WriteAsync(Program.Entries[0]);
        File.SetLastWriteTimeUtc(TokenFile, DateTime.UtcNow.AddDays(-1));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(Program.Key, Program.Entries[1], DateTimeOffset.MaxValue, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadAsync(Program.Key, cancelled));

        Assert.Equal(Program.Entries[0], await ReadAsync());
    }

    [Fact]
    public async Task AWriteThatIsCancelledHalfway_KeepsTheOldEntry_AndNothingElse()
    {
        await WriteAsync(Program.Entries[0]);
        var unfinished = Assert.Single(Directory.GetDirectories(_folder));
        var cancelled = 0;
        for (var turn = 0; cancelled < 5; turn++)
        {
            Assert.True(turn < 500, "No write notices that it is cancelled.");
            using var cancellation = new CancellationTokenSource();
            var write = Store.WriteAsync(Program.Key, Program.Entries[1], DateTimeOffset.MaxValue, cancellation.Token);
            Assert.True(SpinWait.SpinUntil(() => write.IsCompleted || Directory.GetFiles(unfinished).Length > 0, TimeSpan.FromSeconds(30)), "The write does not end.");
            await cancellation.CancelAsync();
            try
            {
                await write;
                await WriteAsync(Program.Entries[0]);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            Assert.Equal(Program.Entries[0], await ReadAsync());
            Assert.Empty(Directory.GetFiles(unfinished));
        }
    }

    [UnixFact(UnixUser.NotRoot)]
    public async Task AReadOnlyFolder_IsRead_EvenIfALeftoverCannotBeRemoved()
    {
        await WriteAsync(Program.Entries[0]);
        var unfinished = Assert.Single(Directory.GetDirectories(_folder));
        await File.WriteAllTextAsync(Path.Combine(unfinished, "leftover"), "half an entry");
        Chmod(unfinished, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(Program.Entries[0], await ReadAsync());
        }
        finally
        {
            Chmod(unfinished, Folder700);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void AnEmptyFolderName_Throws(string folder) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddVerifikFileTokenStore(folder));

    private Application StartOnFiles() => Start(services => services.AddVerifikFileTokenStore(_folder));

    private Task<byte[]?> ReadAsync() => Store.ReadAsync(Program.Key, CancellationToken.None);

    private Task WriteAsync(byte[] entry) => Store.WriteAsync(Program.Key, entry, DateTimeOffset.MaxValue, CancellationToken.None);

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private static void Chmod(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static void Chown(string path)
    {
        using var chown = Process.Start("chown", ["1000680000", path]);
        chown.WaitForExit();
        Assert.Equal(0, chown.ExitCode);
    }
}

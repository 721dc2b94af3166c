using System.Diagnostics;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Faults;

/// <summary>
/// Processes that end, or fail, in the middle of a file. The system stops them there: at a limit that lies between the
/// sizes of the two entries that <see cref="Program"/> writes in turn.
/// </summary>
[Trait("Needs", "NET")]
public sealed class KilledWriterTests : IDisposable
{
    private const string Kill = "";
    private const string FailTheWrite = "trap '' XFSZ; ";

    // What `ulimit -f` counts in.
    private const int Block = 512;

    private readonly TemporaryFolder _folder = new();
    private readonly IVerifikTokenStore _store;

    public KilledWriterTests() => _store = Program.Store(_folder.Root);

    [UnixFact]
    [Trait("Run", "Long")]
    public async Task AProcessKilledWhileWriting_KeepsTheOldEntry_AndItsFileIsRemovedByTheNextReadOrWrite()
    {
        for (var blocks = 80; blocks <= 116; blocks += 2)
        {
            await RunToTheLimitAsync(Kill, blocks);

            var leftover = Assert.Single(Files(), file => Path.GetFileName(file) != Program.Key);
            Assert.Equal(blocks * Block, new FileInfo(leftover).Length);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(leftover));
            if (blocks % 4 == 0)
            {
                await WriteAsync(Program.Entries[0]);
            }

            Assert.Equal(Program.Entries[0], await ReadAsync());
            Assert.Equal(Program.Key, Path.GetFileName(Assert.Single(Files())));
        }
    }

    [UnixFact]
    public async Task AWriteThatFailsHalfway_KeepsTheOldEntry_AndNothingElse()
    {
        Assert.Contains("Unhandled exception", await RunToTheLimitAsync(FailTheWrite, blocks: 98), StringComparison.Ordinal);

        Assert.Equal(Program.Key, Path.GetFileName(Assert.Single(Files())));
        Assert.Equal(Program.Entries[0], await ReadAsync());
    }

    [Fact]
    public async Task AProcessThatIsStillWriting_IsNotAffectedByTheCleanupOfOthers()
    {
        using var writer = Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, "write", _folder.Root]));
        try
        {
            for (var turn = 0; turn < 50; turn++)
            {
                Assert.NotNull(await writer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
                await WriteAsync(Program.Entries[turn % 2]);
                for (var read = 0; read < 10; read++)
                {
                    var entry = await ReadAsync();
                    Assert.True(entry is not null && Program.Entries.Any(entry.SequenceEqual), "The file is neither entry.");
                }
            }
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task ALockedFile_IsKept_AndRemovedOnceItIsUnlocked()
    {
        await WriteAsync(Program.Entries[0]);
        var path = Path.Combine(Assert.Single(Directory.GetDirectories(_folder.Root)), "of another writer");

        // Between its creation and its lock, a file is empty.
        await File.WriteAllBytesAsync(path, []);
        await ReadAsync();
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            file.Write(Program.Entries[1]);
            file.Flush();
            await ReadAsync();
            await WriteAsync(Program.Entries[0]);
            Assert.True(File.Exists(path));
        }

        await ReadAsync();
        Assert.False(File.Exists(path));
    }

    [UnixFact]
    public async Task AWriterWhoseFileIsDeletedAsALeftover_WritesItAgain()
    {
        await WriteAsync(Program.Entries[0]);
        var unfinished = Assert.Single(Directory.GetDirectories(_folder.Root));
        var cleaner = Task.Run(() =>
        {
            for (var taken = 0; taken < 50;)
            {
                foreach (var file in Directory.GetFiles(unfinished))
                {
                    File.Delete(file);
                    taken++;
                }
            }
        });

        for (var turn = 1; !cleaner.IsCompleted; turn++)
        {
            await WriteAsync(Program.Entries[turn % 2]);
            Assert.Equal(Program.Entries[turn % 2], await ReadAsync());
        }

        await cleaner;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Starts a process that can write no file larger than so many blocks, and waits until it has ended.</summary>
    private async Task<string> RunToTheLimitAsync(string before, int blocks)
    {
        var limits = $"{before}ulimit -c 0; ulimit -f {blocks}; exec dotnet exec \"$0\" write \"$1\"";
        using var writer = Start(new ProcessStartInfo("sh", ["-c", limits, typeof(Program).Assembly.Location, _folder.Root])
        {
            // With it, the runtime keeps code in a file in memory, which the limit is for as well.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            RedirectStandardError = true,
        });
        var output = writer.StandardOutput.ReadToEndAsync();
        var error = await writer.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await writer.WaitForExitAsync();
        Assert.Equal("0", (await output).Trim());
        return error;
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    private Task<byte[]?> ReadAsync() => _store.ReadAsync(Program.Key, CancellationToken.None);

    private Task WriteAsync(byte[] entry) => _store.WriteAsync(Program.Key, entry, DateTimeOffset.MaxValue, CancellationToken.None);

    private string[] Files() => Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories);

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);
}

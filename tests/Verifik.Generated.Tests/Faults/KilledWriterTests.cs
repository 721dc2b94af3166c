using System.Diagnostics;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Faults;

public sealed class KilledWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AProcessKilledInTheMiddleOfAWrite_LeavesTheOldEntryOrTheNewOne_Whole()
    {
        var store = Program.Store(_folder.Root);
        var path = Path.Combine(_folder.Root, Program.Key);
        for (var kill = 0; kill < 200; kill++)
        {
            await KillAWriterAsync(lines: 1 + (kill % 7));

            var entry = await store.ReadAsync(Program.Key, CancellationToken.None);
            Assert.True(entry is not null && Program.Entries.Any(entry.SequenceEqual), $"After kill {kill}, the file is neither entry.");
        }

        // What the killed ones left behind is nobody else's to read, and a write removes it a minute later.
        var leftovers = Directory.GetFiles(_folder.Root).Where(file => file != path).ToList();
        Assert.NotEmpty(leftovers);
        Assert.All(leftovers, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
        leftovers.ForEach(file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-2)));
        await store.WriteAsync(Program.Key, Program.Entries[0], DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal([path], Directory.GetFiles(_folder.Root));
    }

    public void Dispose() => _folder.Dispose();

    private async Task KillAWriterAsync(int lines)
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, _folder.Root])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            for (var line = 0; line < lines; line++)
            {
                Assert.NotNull(await writer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
            }
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }
    }

    private static UnixFileMode Mode(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(path);
}

namespace Verifik.Internal.Stores;

/// <summary>
/// Keeps the token in a folder that only this user can read. A file is written beside the one that it replaces and
/// then renamed, so that whoever reads, and whoever is killed, finds the old one or the new one, whole. A link is not
/// followed.
/// </summary>
internal sealed class FileTokenStore : IVerifikTokenStore
{
    private const int LargestEntry = 64 * 1024;
    private static readonly TimeSpan OldAge = TimeSpan.FromMinutes(1);

    private readonly string _folder;

    /// <exception cref="ArgumentException">The folder is empty.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no way to keep a file from other users.</exception>
    public FileTokenStore(string folder)
    {
        OwnerOnly.RequireSupport();
        _folder = string.IsNullOrWhiteSpace(folder)
            ? throw new ArgumentException("The folder of the token store is empty. Give one that belongs to this program.", nameof(folder))
            : Path.GetFullPath(folder);
    }

    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return null;
        }

        OwnerOnly.RefuseLink(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        OwnerOnly.RefuseSharing(file);
        if (file.Length > LargestEntry)
        {
            throw new IOException($"'{path}' is larger than a token can be. Delete it.");
        }

        var entry = new byte[file.Length];
        var length = 0;
        int read;
        do
        {
#if NET
            read = await file.ReadAsync(entry.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
            read = await file.ReadAsync(entry, length, entry.Length - length, cancellationToken).ConfigureAwait(false);
#endif
            length += read;
        }
        while (read != 0);
        return entry;
    }

    public async Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        OwnerOnly.CreateFolder(_folder);
        var path = PathOf(key);
        OwnerOnly.RefuseLink(path);
        RemoveLeftovers(path);

        var next = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = OwnerOnly.CreateFile(next))
            {
#if NET
                await file.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
#else
                await file.WriteAsync(entry, 0, entry.Length, cancellationToken).ConfigureAwait(false);
#endif
                file.Flush(flushToDisk: true);
            }

            OwnerOnly.Move(next, path);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    private string PathOf(string key) => Path.Combine(_folder, key);

    // Of a process that was killed while it wrote. The clock of the files decides what is old, and not the application's.
    private void RemoveLeftovers(string path)
    {
        foreach (var leftover in Directory.GetFiles(_folder, Path.GetFileName(path) + ".*"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(leftover) > OldAge)
            {
                File.Delete(leftover);
            }
        }
    }
}

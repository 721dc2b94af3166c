namespace Verifik.Internal.Stores;

/// <summary>
/// Keeps the token in a folder that only this user can change. A file is written in a folder below it and then renamed,
/// so that whoever reads, and whoever is killed, finds the old one or the new one, whole. A link is not followed.
/// </summary>
internal sealed class FileTokenStore : IVerifikTokenStore
{
    private const int LargestEntry = 64 * 1024;

    private readonly string _folder;
    private readonly string _unfinished;

    /// <exception cref="ArgumentException">The folder is empty.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no way to keep a file from other users.</exception>
    public FileTokenStore(string folder)
    {
        OwnerOnly.RequireSupport();
        _folder = string.IsNullOrWhiteSpace(folder)
            ? throw new ArgumentException("The folder of the token store is empty. Give one that belongs to this program.", nameof(folder))
            : Path.GetFullPath(folder);
        _unfinished = Path.Combine(_folder, "unfinished");
    }

    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) =>
        Task.Run(() => Read(Path.Combine(_folder, key)), cancellationToken);

    public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Task.Run(() => Write(Path.Combine(_folder, key), entry, cancellationToken), cancellationToken);

    // Opening alone tells what is missing from what cannot be read: File.Exists says no to both.
    private byte[]? Read(string path)
    {
        if (Directory.Exists(_folder))
        {
            OwnerOnly.RefuseSharedFolder(_folder);
            RemoveLeftovers();
        }

        OwnerOnly.RefuseLink(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            OwnerOnly.RefuseSharedFile(file);
            if (file.Length > LargestEntry)
            {
                throw new IOException($"'{path}' is larger than a token can be. Delete it.");
            }

            using var reader = new BinaryReader(file);
            return reader.ReadBytes((int)file.Length);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            RefuseFileInPlaceOfFolder();
            return null;
        }
    }

    // .NET says of a folder that it was not found, too, where a file or a link to nowhere is in its place.
    private void RefuseFileInPlaceOfFolder()
    {
        for (var path = _folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new IOException($"'{path}' is not a folder. Delete it, or give another folder.");
            }
        }
    }

    private void Write(string path, byte[] entry, CancellationToken cancellationToken)
    {
        OwnerOnly.CreateFolder(_folder);
        OwnerOnly.CreateFolder(_unfinished);
        OwnerOnly.RefuseLink(path);
        RemoveLeftovers();

        while (!TryWrite(Path.Combine(_unfinished, Guid.NewGuid().ToString("N")), path, entry, cancellationToken))
        {
            // Another process took the file for a leftover, after it was closed and before it was renamed: once more.
        }
    }

    /// <summary>False where the new file was gone before it could be renamed.</summary>
    private static bool TryWrite(string next, string path, byte[] entry, CancellationToken cancellationToken)
    {
        try
        {
            using (var file = OwnerOnly.CreateFile(next))
            {
                file.Write(entry, 0, entry.Length);
                file.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            OwnerOnly.Move(next, path);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    // A writer locks its file before it writes to it: one that has content and no lock is a killed writer's.
    private void RemoveLeftovers()
    {
        foreach (var file in Directory.Exists(_unfinished) ? new DirectoryInfo(_unfinished).GetFiles() : [])
        {
            try
            {
                if (file.Length > 0)
                {
                    file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete).Dispose();
                    file.Delete();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Locked, gone by now, or on a disk that is read-only here: no reason not to go on.
            }
        }
    }
}

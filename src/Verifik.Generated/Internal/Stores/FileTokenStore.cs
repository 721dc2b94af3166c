namespace Verifik.Internal.Stores;

/// <summary>
/// Stores the token in a folder that only this user can change. A file is written to a subfolder and then renamed, so
/// that a reader always sees a complete old or new file, even if a writer is killed. Links are not followed.
/// </summary>
internal sealed class FileTokenStore : IVerifikTokenStore
{
    private const int LargestEntry = 64 * 1024;

    private readonly string _folder;
    private readonly string _unfinished;

    /// <exception cref="ArgumentException">The folder is empty.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform cannot protect a file from other users.</exception>
    public FileTokenStore(string folder)
    {
        OwnerOnly.RequireSupport();
        _folder = string.IsNullOrWhiteSpace(folder)
            ? throw new ArgumentException("The folder of the token store is empty. Specify a folder that only this program uses.", nameof(folder))
            : Path.GetFullPath(folder);
        _unfinished = Path.Combine(_folder, "unfinished");
    }

    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken) =>
        Task.Run(() => Read(Path.Combine(_folder, key)), cancellationToken);

    public Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Task.Run(() => Write(Path.Combine(_folder, key), entry, cancellationToken), cancellationToken);

    // Opens the file without File.Exists, which also returns false for a file that cannot be read.
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
                throw new IOException($"'{path}' is too large for a token. Delete it.");
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

    // .NET also throws DirectoryNotFoundException if a file or a broken link is in the place of a folder.
    private void RefuseFileInPlaceOfFolder()
    {
        for (var path = _folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new IOException($"'{path}' is not a folder. Delete it, or specify another folder.");
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
            // Retry: between closing and renaming, another process deleted the file as a leftover.
        }
    }

    /// <summary>Returns false if the new file was deleted before it was renamed.</summary>
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

    // A writer locks its file while writing: a file with content and without a lock belongs to a writer that was
    // killed.
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
                // Locked, already deleted, or on a read-only disk: a leftover does no harm.
            }
        }
    }
}

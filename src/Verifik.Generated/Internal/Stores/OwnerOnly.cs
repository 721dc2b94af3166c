namespace Verifik.Internal.Stores;

/// <summary>
/// Files that their owner alone can read, in folders that their owner alone can change. Unix has permissions for it; on
/// Windows a file inherits those of its folder, which within the user's profile are the user's.
/// </summary>
internal static class OwnerOnly
{
#if NET
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;
#endif

    /// <exception cref="PlatformNotSupportedException">.NET Standard 2.0 cannot set the permissions of Unix.</exception>
    public static void RequireSupport()
    {
#if !NET
        if (!System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows))
        {
            throw new PlatformNotSupportedException("A token is kept in a file on Windows, or on .NET 8 and later. Register another IVerifikTokenStore.");
        }
#endif
    }

    /// <summary>Creates a folder that is missing, and those above it, for this user alone.</summary>
    /// <exception cref="IOException">The folder is there, and others may change it.</exception>
    public static void CreateFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            // One at a time: the mode would be that of the last, and the others anybody's where the umask lets them.
            if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent && !Directory.Exists(parent))
            {
                CreateFolder(parent);
            }

            Directory.CreateDirectory(folder, Folder700);
            RefuseSharedFolder(folder);
            return;
        }
#endif
        Directory.CreateDirectory(folder);
    }

    /// <exception cref="IOException">The folder belongs to another user, or others may write to it.</exception>
    public static void RefuseSharedFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            UnixOwner.RefuseOthers(folder);
            if ((File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            {
                throw new IOException($"Others may write to the folder '{folder}'. Run: chmod go-w '{folder}'");
            }
        }
#endif
    }

    /// <exception cref="IOException">The file belongs to another user, or others may read it.</exception>
    public static void RefuseSharedFile(FileStream file)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            UnixOwner.RefuseOthers(file.Name, file.SafeFileHandle);
            if ((File.GetUnixFileMode(file.SafeFileHandle) & ~File600) != 0)
            {
                throw new IOException($"Others may read '{file.Name}'. Run: chmod 600 '{file.Name}'");
            }
        }
#endif
    }

    /// <exception cref="IOException">The path is a link: what it leads to may be anybody's.</exception>
    public static void RefuseLink(string path)
    {
        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
        {
            throw new IOException($"'{path}' is a link, which a token is not read from or written to. Delete it.");
        }
    }

    /// <summary>A new file, locked while it is open. One that is there already, even as a link, is an error.</summary>
    public static FileStream CreateFile(string path)
    {
#if NET
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File600;
        }

        return new FileStream(path, options);
#else
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
#endif
    }

    /// <summary>One rename: at no moment is there no file.</summary>
    public static void Move(string from, string to)
    {
#if NET
        File.Move(from, to, overwrite: true);
#else
        if (File.Exists(to))
        {
            File.Replace(from, to, destinationBackupFileName: null);
        }
        else
        {
            File.Move(from, to);
        }
#endif
    }
}

namespace Verifik.Internal.Stores;

/// <summary>
/// Files that only their owner can read, in folders that only their owner can change. Unix permissions enforce this; on
/// Windows a file inherits the permissions of its folder, which within the user profile are restricted to the user.
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
            throw new PlatformNotSupportedException("The file token store is supported on Windows, and on other platforms with .NET 8 or later. Register another IVerifikTokenStore.");
        }
#endif
    }

    /// <summary>Creates a missing folder and its missing parents, accessible to this user only.</summary>
    /// <exception cref="IOException">The folder exists, and other users can change it.</exception>
    public static void CreateFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            // One at a time, because CreateDirectory applies the mode to the last folder only, and the umask to its
            // parents.
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

    /// <exception cref="IOException">The folder belongs to another user, or other users can write to it.</exception>
    public static void RefuseSharedFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            UnixOwner.RefuseOthers(folder);
            if ((File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            {
                throw new IOException($"Other users can write to the folder '{folder}'. Run: chmod go-w '{folder}'");
            }
        }
#endif
    }

    /// <exception cref="IOException">The file belongs to another user, or other users can read it.</exception>
    public static void RefuseSharedFile(FileStream file)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            UnixOwner.RefuseOthers(file.Name, file.SafeFileHandle);
            if ((File.GetUnixFileMode(file.SafeFileHandle) & ~File600) != 0)
            {
                throw new IOException($"Other users can read '{file.Name}'. Run: chmod 600 '{file.Name}'");
            }
        }
#endif
    }

    /// <exception cref="IOException">The path is a link, whose target may belong to anyone.</exception>
    public static void RefuseLink(string path)
    {
        if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
        {
            throw new IOException($"'{path}' is a link. Tokens are not read from or written to links. Delete it.");
        }
    }

    /// <summary>Creates a new file, locked while it is open. Fails if the path exists, even as a link.</summary>
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

    /// <summary>Renames atomically: the target always exists.</summary>
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

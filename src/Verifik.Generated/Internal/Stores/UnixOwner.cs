#if NET
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Verifik.Internal.Stores;

/// <summary>Checks the owner of a file or folder, which .NET does not expose. Implemented for Linux only.</summary>
internal static class UnixOwner
{
    // statx(2): the same numbers and the same layout on every Linux, unlike stat(2).
    private const int CurrentFolder = -100;
    private const int EmptyPathIsTheFile = 0x1000;
    private const uint OwnerWanted = 0x8;
    private const int OwnerAt = 20;
    private const int Size = 256;

    /// <exception cref="IOException">The folder, or the open file at that path, belongs to another user.</exception>
    public static void RefuseOthers(string path, SafeFileHandle? file = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var status = new byte[Size];
        var failure = file is null
            ? statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, OwnerWanted, status)
            : statx((int)file.DangerousGetHandle(), [0], EmptyPathIsTheFile, OwnerWanted, status);
        if (failure != 0)
        {
            throw new IOException($"The system did not return the owner of '{path}': {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        if (BitConverter.ToUInt32(status, OwnerAt) != geteuid())
        {
            throw new IOException($"'{path}' belongs to another user. Run the program as that user, or specify another folder. A missing folder is created.");
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int statx(int folder, byte[] path, int flags, uint wanted, byte[] status);

    [DllImport("libc")]
    private static extern uint geteuid();
}
#endif

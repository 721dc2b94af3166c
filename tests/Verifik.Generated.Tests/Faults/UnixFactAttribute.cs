namespace Verifik.Tests.Faults;

/// <summary>A test of what only Unix has: permissions, owners, and links that anybody may make.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(UnixUser user = UnixUser.Anybody) => Skip = user switch
    {
        _ when OperatingSystem.IsWindows() => "Windows has no permissions of Unix.",
        UnixUser.Root when !Environment.IsPrivilegedProcess => "Only root can give a file to another user.",
        UnixUser.NotRoot when Environment.IsPrivilegedProcess => "Permissions do not bind root.",
        _ => null,
    };
}

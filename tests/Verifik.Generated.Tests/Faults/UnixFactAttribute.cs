namespace Verifik.Tests.Faults;

/// <summary>A test of what only Unix has: permissions, and links that anybody may make.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no permissions of Unix." : null;
}

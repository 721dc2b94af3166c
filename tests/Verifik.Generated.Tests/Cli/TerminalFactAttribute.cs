namespace Verifik.Tests.Cli;

/// <summary>A test in a pseudo-terminal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip =
        !OperatingSystem.IsLinux() ? "The pseudo-terminal of these tests is Linux's."
        : !IsInstalled("setsid") || !IsInstalled("stty") ? "The pseudo-terminal of these tests needs setsid (util-linux) and stty (coreutils)."
        : null;

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Verifik.Cli.Terminals;

/// <summary>The console of the process.</summary>
internal static class SystemTerminal
{
    public static Terminal Open()
    {
        var (isIn, isOut, isError) = (!Console.IsInputRedirected, !Console.IsOutputRedirected, !Console.IsErrorRedirected);
        var prompts = isError || !isIn ? null : ControllingTerminal();
        var steers = Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "");
        return new Terminal(Input(isIn), Console.OpenStandardOutput(), prompts ?? Console.Error, Console.Error, TimeProvider.System)
        {
            IsInTerminal = isIn,
            IsOutTerminal = isOut,
            CanRewritePrompts = isIn && steers && (isError || prompts is not null),
            HasColors = isOut && steers && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = isOut ? Math.Max(Console.WindowWidth, 40) : 1000,
            Environment = Environment.GetEnvironmentVariable,
        };
    }

    // Not Console.In, which echoes input to standard output, which may be a file, and changes the terminal mode.
    private static TextReader Input(bool isTerminal) => OperatingSystem.IsWindows() ? Console.In : new StreamReader(
        isTerminal ? new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0) : Console.OpenStandardInput(), Encoding.UTF8);

    // If standard error is redirected to a file, the prompt must still be visible.
    private static StreamWriter? ControllingTerminal()
    {
        try
        {
            return new StreamWriter(OperatingSystem.IsWindows() ? "CONOUT$" : "/dev/tty") { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}

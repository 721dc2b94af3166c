namespace Verifik.Cli;

/// <summary>An error that ends the command. Its message is shown to the user.</summary>
/// <param name="exitCode">The exit code, see <see cref="ExitCode"/>.</param>
/// <param name="message">The error and what to do, in the user's language.</param>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

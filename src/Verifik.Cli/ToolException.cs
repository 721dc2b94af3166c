namespace Verifik.Cli;

/// <summary>What the tool itself cannot go on with. Its message is for the person at the terminal.</summary>
/// <param name="exitCode">How the tool ends: see <see cref="ExitCode"/>.</param>
/// <param name="message">What is wrong and what to do, in the person's language.</param>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

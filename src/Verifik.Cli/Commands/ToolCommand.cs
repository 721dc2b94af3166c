using System.CommandLine;

namespace Verifik.Cli.Commands;

/// <summary>The base class of the commands. A failure writes one line to stderr and sets the exit code.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(Terminal terminal, GlobalOptions options, string name, string description)
        : base(name, description) =>
        SetAction((parsed, cancellationToken) => RunAsync(parsed, options, terminal, cancellationToken));

    protected abstract Task<int> RunAsync(Invocation run, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        Invocation? run = null;
        try
        {
            run = new Invocation(parsed, options, terminal);
            return await RunAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // On a new line, because the terminal has shown ^C at the cursor.
            await terminal.Prompts.WriteLineAsync();
            return await VerifikTool.FailAsync(terminal, ExitCode.Interrupted, Explanation.OfInterruption(run?.Chosen, terminal));
        }
        catch (Exception exception)
        {
            var (exitCode, message) = Explanation.Of(exception, run?.Chosen, run?.EnvironmentTokenServer);
            return await VerifikTool.FailAsync(terminal, exitCode, message);
        }
    }
}

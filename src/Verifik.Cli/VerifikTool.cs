using System.CommandLine;
using System.CommandLine.Invocation;

namespace Verifik.Cli;

/// <summary>The commands of the tool, and what becomes of a failure: one line on stderr and an exit code.</summary>
internal static class VerifikTool
{
    private const int Failure = 1;
    private const int BadUsage = 2;
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Logs in to Verifik with a telephone or an email address, keeps the token and calls the API.")
        {
            new LoginCommand(terminal),
            new GetCommand(terminal),
            new LogoutCommand(terminal),
        };
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return await FailAsync(BadUsage, $"{parsed.Errors[0].Message} See 'verifik --help'.");
        }

        var console = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(console, cancellationToken);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is not TimeoutException)
        {
            return await FailAsync(Interrupted, "interrupted.");
        }
        catch (Exception exception)
        {
            return await FailAsync(Failure, Explanation.Of(exception));
        }

        async Task<int> FailAsync(int exitCode, string message)
        {
            await terminal.Error.WriteLineAsync($"verifik: {message.ReplaceLineEndings(" ")}");
            return exitCode;
        }
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Verifik.Cli.Commands;

namespace Verifik.Cli;

/// <summary>Runs the tool in the user's language.</summary>
internal static class VerifikTool
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        // Only for this run: the culture flows with the async method.
        CultureInfo.CurrentUICulture = Locale.Of(arguments, terminal);

        // `@file` is a value of --data, not a response file.
        var parsed = new ToolRoot(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return await FailAsync(terminal, ExitCode.NotUnderstood, ParseFailure.Explain(parsed));
        }

        var console = new InvocationConfiguration { Output = terminal.Text, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(console, cancellationToken);
    }

    /// <summary>Writes an error message as one line.</summary>
    public static async Task<int> FailAsync(Terminal terminal, int exitCode, string message)
    {
        await terminal.Error.WriteLineAsync($"verifik: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}

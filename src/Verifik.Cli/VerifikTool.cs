using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Verifik.Cli.Commands;

namespace Verifik.Cli;

/// <summary>One run of the tool, in the person's language.</summary>
internal static class VerifikTool
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        // Of this run alone: it goes with the flow of the method.
        CultureInfo.CurrentUICulture = Locale.Of(arguments, terminal);

        // `@file` is for --data, not for the parser.
        var parsed = new ToolRoot(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return await FailAsync(terminal, ExitCode.NotUnderstood, ParseFailure.Explain(parsed));
        }

        var console = new InvocationConfiguration { Output = terminal.Text, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(console, cancellationToken);
    }

    /// <summary>Says a failure in one line.</summary>
    public static async Task<int> FailAsync(Terminal terminal, int exitCode, string message)
    {
        await terminal.Error.WriteLineAsync($"verifik: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}

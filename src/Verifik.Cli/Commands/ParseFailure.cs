using System.CommandLine;
using System.CommandLine.Parsing;

namespace Verifik.Cli.Commands;

/// <summary>Explains an invalid command line, with a suggestion.</summary>
internal static class ParseFailure
{
    public static string Explain(ParseResult parsed)
    {
        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand and var command }; at = at.Parent)
        {
            path.Insert(0, $" {command.Name}");
        }

        return $"{Mistake(parsed)} {Messages.SeeHelp.With($"verifik{string.Concat(path)}")}";
    }

    private static string Mistake(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        if (parsed.UnmatchedTokens is [var unmatched, ..])
        {
            return unmatched.StartsWith('-') ? UnknownOption(unmatched, command)
                : command.Command.Subcommands.Count > 0 ? WithNearest(Messages.CommandUnknown.With(Printable.Of(unmatched)), unmatched, NamesOf(command.Command.Subcommands))
                : Messages.ArgumentTooMany.With(Printable.Of(unmatched), command.Command.Name);
        }

        return parsed.Errors[0] switch
        {
            { SymbolResult: OptionResult { Tokens.Count: 0 } option } => Messages.OptionNeedsValue.With(option.Option.Name),
            { SymbolResult: ArgumentResult { Tokens.Count: 0 } argument } => Messages.ArgumentMissing.With(command.Command.Name, argument.Argument.Name),
            var error => error.Message,
        };
    }

    /// <summary>The message for an option that does not exist, or not for this command.</summary>
    public static string UnknownOption(string option, SymbolResult? command)
    {
        var name = option.Split('=', ':')[0];
        var options = new List<Symbol>();
        for (var at = command; at is not null; at = at.Parent)
        {
            options.AddRange(at is CommandResult { Command: var has } ? has.Options.Where(candidate => at == command || candidate.Recursive) : []);
        }

        return WithNearest(Messages.OptionUnknown.With(Printable.Of(name)), name, NamesOf(options));
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Symbol> symbols) => symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name);

    private static string WithNearest(string message, string text, IEnumerable<string> names) =>
        Nearest.Of(text, names) is { } nearest ? $"{message} {Messages.DidYouMean.With(nearest)}" : message;
}

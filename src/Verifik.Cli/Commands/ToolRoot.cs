using System.CommandLine;
using System.CommandLine.Help;

namespace Verifik.Cli.Commands;

/// <summary>The root command. Without a subcommand, it shows the help.</summary>
internal sealed class ToolRoot : RootCommand
{
    public ToolRoot(Terminal terminal)
        : base(Messages.Tool)
    {
        var options = new GlobalOptions();
        foreach (var option in options.All)
        {
            Add(option);
        }

        foreach (var command in new Command[]
        {
            new LoginCommand(terminal, options),
            new StatusCommand(terminal, options),
            new RenewCommand(terminal, options),
            new RevokeCommand(terminal, options),
            new LogoutCommand(terminal, options),
            new TokenCommand(terminal, options),
            new GetCommand(terminal, options),
            new CallCommand(terminal, options),
            new AccountsCommand(terminal, options),
            new CompletionCommand(terminal, options),
        })
        {
            Add(command);
        }

        var help = Options.OfType<HelpOption>().Single();
        var action = new ToolHelp((HelpAction)help.Action!);
        help.Action = action;
        SetAction(action.Invoke);
    }
}

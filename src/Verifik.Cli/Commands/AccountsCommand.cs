using System.Text.Json.Nodes;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik accounts</c>: lists the known accounts; its subcommands change the list.</summary>
internal sealed class AccountsCommand : ToolCommand
{
    public AccountsCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "accounts", Messages.CommandAccounts)
    {
        Add(new AccountDefaultCommand(terminal, options));
        Add(new AccountNameCommand(terminal, options));
        Add(new AccountRemoveCommand(terminal, options));
    }

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var server = run.Server;
        var accounts = (await run.Book.ListAsync(cancellationToken)).Where(known => known.IsAt(server)).ToList();
        var chosen = (await run.Book.DefaultAsync(cancellationToken))?.Key;
        if (run.IsJson)
        {
            await run.Terminal.Text.WriteLineAsync(run.Text(new JsonArray([.. accounts.Select(known => known.ToJson(("default", known.Key == chosen)))])));
        }
        else if (accounts.Count == 0)
        {
            await run.Terminal.Text.WriteLineAsync(Messages.StatusNoAccount.With(run.Folder));
        }
        else
        {
            TableView.Write(
                run.Terminal,
                [Messages.ColumnAccount, Messages.ColumnName, Messages.ColumnServer, ""],
                accounts.Select(known => ((bool?)null, new[] { AccountText.Of(known.Account), known.Name ?? "", $"{known.Server}", known.Key == chosen ? Messages.IsDefault : "" })));
        }

        return ExitCode.Done;
    }
}

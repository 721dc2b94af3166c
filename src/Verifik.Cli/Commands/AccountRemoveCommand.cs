namespace Verifik.Cli.Commands;

/// <summary><c>verifik accounts remove</c>: logs an account out and removes it from the list.</summary>
internal sealed class AccountRemoveCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "remove", Messages.CommandAccountsRemove)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var known = await AccountAsync(run, cancellationToken);
        if ((await run.Book.ListAsync(cancellationToken)).All(listed => listed.Key != known.Key))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.AccountNotListed.With(known.Shown, known.Server));
        }

        await using var connection = run.Connect(known);
        await connection.Session.LogoutAsync(cancellationToken);
        await run.Book.ForgetAsync(known, cancellationToken);
        await run.WriteAsync(known.ToJson(("removed", true)), Messages.Removed.With(known.Shown, known.Server));
        return ExitCode.Done;
    }
}

namespace Verifik.Cli.Commands;

/// <summary><c>verifik accounts default</c>: sets the default account.</summary>
internal sealed class AccountDefaultCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "default", Messages.CommandAccountsDefault)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var known = await AccountAsync(run, cancellationToken);
        await run.Book.RememberAsync(known, cancellationToken);
        await run.Book.ChooseDefaultAsync(known, cancellationToken);
        await run.WriteAsync(known.ToJson(("default", true)), Messages.DefaultChosen.With(known.Shown, known.Server));
        return ExitCode.Done;
    }
}

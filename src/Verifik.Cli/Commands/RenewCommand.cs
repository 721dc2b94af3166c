namespace Verifik.Cli.Commands;

/// <summary><c>verifik renew</c>: exchanges the token for one with a later expiry.</summary>
internal sealed class RenewCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "renew", Messages.CommandRenew)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        EnvironmentToken.RefuseWhereSet(run.Terminal);
        var known = await AccountAsync(run, cancellationToken);
        await using var connection = run.Connect(known);
        await TokenResult.WriteAsync(run, known, await connection.Session.RenewAsync(cancellationToken), Messages.Renewed);
        return ExitCode.Done;
    }
}

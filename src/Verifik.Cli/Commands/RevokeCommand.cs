namespace Verifik.Cli.Commands;

/// <summary><c>verifik revoke</c>: exchanges the token for a new one and invalidates all earlier ones.</summary>
internal sealed class RevokeCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "revoke", Messages.CommandRevoke)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        EnvironmentToken.RefuseWhereSet(run.Terminal);
        var known = await AccountAsync(run, cancellationToken);
        await using var connection = run.Connect(known);
        await TokenResult.WriteAsync(run, known, await connection.Session.RevokeAsync(cancellationToken), Messages.Revoked);
        return ExitCode.Done;
    }
}

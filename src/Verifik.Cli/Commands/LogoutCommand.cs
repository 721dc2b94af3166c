namespace Verifik.Cli.Commands;

/// <summary><c>verifik logout</c>: deletes the token of an account.</summary>
internal sealed class LogoutCommand(Terminal terminal, GlobalOptions options)
    : AccountCommand(terminal, options, "logout", Messages.CommandLogout)
{
    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        EnvironmentToken.RefuseWhereSet(run.Terminal);
        var known = await AccountAsync(run, cancellationToken);
        await using var connection = run.Connect(known);
        await connection.Session.LogoutAsync(cancellationToken);
        await run.WriteAsync(known.ToJson(("valid", false)), Messages.LoggedOut.With(known.Shown, known.Server));
        return ExitCode.Done;
    }
}

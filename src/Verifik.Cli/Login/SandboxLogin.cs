using Verifik.Cli.Commands;
using Verifik.Cli.Queries;
using Verifik.Sandbox;

namespace Verifik.Cli.Login;

/// <summary>A login to a sandbox in this process, and a query with its token. Nothing is sent to anyone, and nothing is stored.</summary>
internal static class SandboxLogin
{
    // The values of Verifik's documentation.
    public static readonly PhoneAccount DocumentedAccount = new("+1", 1234566663);
    private const string DocumentedQuery = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    public static async Task RunAsync(Invocation run, VerifikAccount account, bool ask, CancellationToken cancellationToken)
    {
        var terminal = run.Terminal;
        var options = new VerifikSandboxOptions { TimeProvider = terminal.Time };
        options.Accounts.Add(account);
        await using var sandbox = await VerifikSandbox.StartAsync(options, cancellationToken);
        var known = run.Choose(new KnownAccount(account, sandbox.BaseAddress));
        await using var connection = Connection.OpenInMemory(known, terminal.Time);

        var sent = await connection.Session.BeginLoginAsync(cancellationToken);
        var code = (await sandbox.Outbox.ReadAsync(cancellationToken)).Code;
        if (ask)
        {
            // The terminal replaces the telephone or the mailbox, so the code is not a secret here.
            await terminal.Prompts.WriteLineAsync(Messages.SandboxMessage.With(code));
            code = await new CodeDialog(run).AskAsync(known, sent.ExpiresAt ?? terminal.Time.GetUtcNow(), cancellationToken);
        }

        var token = await connection.Session.CompleteLoginAsync(code, cancellationToken);
        using var response = await connection.Http.GetAsync(new Uri(DocumentedQuery, UriKind.Relative), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw await new QueryFailure(known.Shown, token, Messages.LoginNext.With(known.Argument)).OfAsync(response, cancellationToken);
        }

        await run.WriteAsync(
            TokenResult.ToJson(known, token),
            $"{Messages.SandboxListens.With(sandbox.BaseAddress)}\n{Messages.LoggedIn.With(known.Shown, known.Server)}\n{Messages.TokenShown.With(token)}\n{Messages.SandboxQueryAnswered}");
    }
}

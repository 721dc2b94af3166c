using System.CommandLine;
using Verifik.Cli.Login;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik login</c>: sends a code to a telephone or an email address, and exchanges it for a token.</summary>
internal sealed class LoginCommand : AccountCommand
{
    private readonly Option<string?> _name = new("--name") { Description = Messages.OptionName, HelpName = "name" };
    private readonly Option<bool> _force = new("--force") { Description = Messages.OptionForce };
    private readonly Option<bool> _resend = new("--resend") { Description = Messages.OptionResend };
    private readonly Option<bool> _sandbox = new("--sandbox") { Description = Messages.OptionSandbox };
    private readonly Option<bool> _ask = new("--ask") { Description = Messages.OptionAsk };

    public LoginCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "login", Messages.CommandLogin)
    {
        foreach (var option in new Option[] { _name, _force, _resend, _sandbox, _ask })
        {
            Add(option);
        }

        Validators.Add(result =>
        {
            var (sandbox, server) = (result.GetValue(_sandbox), result.GetResult(options.BaseAddress) is not null);
            if (sandbox && server)
            {
                result.AddError(Messages.SandboxIsAServer);
            }
            else if (!sandbox && result.GetValue(_ask))
            {
                result.AddError(Messages.AskIsOfTheSandbox);
            }
        });
    }

    protected override Task<int> RunAsync(Invocation run, CancellationToken cancellationToken) => run.Parsed.GetValue(_sandbox)
        ? LogInToSandboxAsync(run, cancellationToken)
        : LogInToServerAsync(run, cancellationToken);

    private async Task<int> LogInToSandboxAsync(Invocation run, CancellationToken cancellationToken)
    {
        var words = Words.In(run.Parsed);
        var account = words.Count > 0 ? AccountText.Parse(string.Join(' ', words)) : SandboxLogin.DocumentedAccount;
        await SandboxLogin.RunAsync(run, account, run.Parsed.GetValue(_ask), cancellationToken);
        return ExitCode.Done;
    }

    private async Task<int> LogInToServerAsync(Invocation run, CancellationToken cancellationToken)
    {
        EnvironmentToken.RefuseWhereSet(run.Terminal);
        var choice = new AccountChoice(run.Book, run.Server);
        var known = run.Choose(await choice.FindForLoginAsync(run.AccountText(Words.In(run.Parsed)), cancellationToken));
        if (run.Parsed.GetValue(_name) is { } name)
        {
            await AccountName.RequireFreeAsync(run.Book, AccountName.Parse(name), known, cancellationToken);
            known = run.Choose(known with { Name = name });
        }

        await run.Book.TryFolderAsync(cancellationToken);
        await using var connection = run.Connect(known);
        var status = await StatusAsync(connection, known, cancellationToken);
        if (status.ExpiresAt is { } end && !run.Parsed.GetValue(_force))
        {
            await run.Book.RememberAsync(known, cancellationToken);
            await run.WriteAsync(status.ToJson(), Messages.AlreadyLoggedIn.With(known.Shown, known.Server, run.Terminal.Shown(end)));
            return ExitCode.Done;
        }

        var token = await new ServerLogin(run, connection, known).RunAsync(run.Parsed.GetValue(_resend), cancellationToken);
        await TokenResult.WriteAsync(run, known, token, Messages.LoggedIn);
        return ExitCode.Done;
    }

    // A damaged entry does not prevent a login, which replaces it.
    private static async Task<TokenStatus> StatusAsync(Connection connection, KnownAccount known, CancellationToken cancellationToken)
    {
        try
        {
            return await TokenStatus.OfAsync(connection.Session, known, cancellationToken);
        }
        catch (VerifikTokenStoreException exception) when (exception.InnerException is InvalidDataException)
        {
            return new TokenStatus(known, null, null);
        }
    }
}

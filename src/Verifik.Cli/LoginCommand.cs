using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;

namespace Verifik.Cli;

/// <summary><c>verifik login</c>: sends a code to a telephone or an email address, exchanges it for a token, and shows that the token works.</summary>
internal sealed class LoginCommand : AccountCommand
{
    // The numbers of Verifik's own documents.
    private const string DocumentedCedula = "123456789";
    private static readonly PhoneAccount DocumentedAccount = new("+1", 1234566663);

    private readonly Option<bool> _sandbox = new("--sandbox")
    {
        Description = "Log in to a sandbox in this process, as +1 1234566663 where no account is given. Nothing is sent to anyone.",
    };

    private readonly Option<bool> _ask = new("--ask") { Description = "With --sandbox: show its message and ask for the code." };

    private readonly Option<string?> _cedula = new("--cedula")
    {
        Description = "Then look up a Colombian identity card. On the real server a query costs money, so none is made without this.",
    };

    private readonly Terminal _terminal;

    public LoginCommand(Terminal terminal)
        : base(
            terminal,
            "login",
            "Log in with a telephone or an email address, and keep the token. The server sends a paid message to it.",
            ArgumentArity.ZeroOrOne)
    {
        _terminal = terminal;
        Add(_sandbox);
        Add(_ask);
        Add(_cedula);
        Validators.Add(result =>
        {
            var sandbox = result.GetValue(_sandbox);
            var mistake = (sandbox, Has(Account), result.GetValue(_ask), Has(BaseAddress)) switch
            {
                (false, false, _, _) => "Give a telephone or an email address, or --sandbox.",
                (false, _, true, _) => "--ask belongs to --sandbox: the code of a real server is always asked for.",
                (true, _, _, true) => "--sandbox is a server of its own: leave out --base-address.",
                _ => null,
            };
            if (mistake is not null)
            {
                result.AddError(mistake);
            }

            bool Has(Symbol symbol) => result.GetResult(symbol.Name) is not (null or OptionResult { Implicit: true } or ArgumentResult { Tokens.Count: 0 });
        });
        SetAction((parsed, cancellationToken) => parsed.GetValue(_sandbox)
            ? LogInToSandboxAsync(parsed, cancellationToken)
            : LogInToServerAsync(parsed, cancellationToken));
    }

    private async Task LogInToServerAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using (var services = Services(parsed))
        {
            await LogInAsync(services, AccountIn(parsed)!, new TerminalPrompt(_terminal), parsed.GetValue(_cedula), cancellationToken);
        }

        // The SDK goes on in memory where its store fails. This process ends here, so the file is asked.
        await using var later = Services(parsed);
        try
        {
            await later.GetRequiredService<IVerifikTokenProvider>().GetTokenAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is VerifikTokenStoreException or VerifikLoginRequiredException)
        {
            throw new ToolException($"the token could not be kept. Give another folder with --tokens, and log in again. ({exception.Message})");
        }
    }

    private async Task LogInToSandboxAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var account = AccountIn(parsed) ?? DocumentedAccount;
        var options = new VerifikSandboxOptions { TimeProvider = _terminal.Time };
        options.Accounts.Add(account);
        await using var sandbox = await VerifikSandbox.StartAsync(options, cancellationToken);
        await _terminal.Out.WriteLineAsync($"The sandbox listens on {sandbox.BaseAddress}");

        // In memory: the token of a sandbox is worth nothing after it.
        await using var services = Registered(account, sandbox.BaseAddress).BuildServiceProvider();
        IVerifikOtpPrompt prompt = parsed.GetValue(_ask) ? new ShownOutboxPrompt(sandbox.Outbox, _terminal) : new OutboxPrompt(sandbox.Outbox);
        await LogInAsync(services, account, prompt, parsed.GetValue(_cedula) ?? DocumentedCedula, cancellationToken);
    }

    private async Task LogInAsync(ServiceProvider services, VerifikAccount account, IVerifikOtpPrompt prompt, string? cedula, CancellationToken cancellationToken)
    {
        var token = await services.GetRequiredService<IVerifikSession>().LoginAsync(prompt, cancellationToken);
        await _terminal.Out.WriteLineAsync($"Logged in as {account}.\nToken: {token}");
        if (cedula is not null)
        {
            await Query.SendAsync(services, Query.Cedula(cedula), cancellationToken);
            await _terminal.Out.WriteLineAsync("A query with the token was answered.");
        }
    }
}

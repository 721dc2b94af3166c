using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;

namespace Verifik.Cli;

/// <summary><c>verifik login</c>: sends a code to a telephone, exchanges it for a token, and shows that the token works.</summary>
internal sealed class LoginCommand : Command
{
    // The numbers of Verifik's own documents.
    private const string DocumentedCedula = "123456789";
    private static readonly PhoneAccount DocumentedAccount = new("+1", 1234566663);

    private readonly Argument<PhoneAccount?> _phone = new("phone")
    {
        Description = "The telephone of the account, with the calling code of its country: '+57 300 123 4567'.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = PhoneArgument.Read,
    };

    private readonly Option<bool> _sandbox = new("--sandbox")
    {
        Description = "Log in to a sandbox in this process, as +1 1234566663 where no telephone is given. Nothing is sent to anyone.",
    };

    private readonly Option<bool> _ask = new("--ask") { Description = "With --sandbox: show its message and ask for the code." };

    private readonly Option<Uri?> _baseAddress = new("--base-address")
    {
        Description = $"The server. {VerifikOptions.ProductionAddress} by default.",
        CustomParser = AddressArgument.Read,
    };

    private readonly Option<string?> _cedula = new("--cedula")
    {
        Description = "Then look up a Colombian identity card. On the real server a query costs money, so none is made without this.",
    };

    private readonly Terminal _terminal;

    public LoginCommand(Terminal terminal)
        : base("login", "Log in with a telephone. The server sends a paid message to it.")
    {
        _terminal = terminal;
        Add(_phone);
        Add(_sandbox);
        Add(_ask);
        Add(_baseAddress);
        Add(_cedula);
        Validators.Add(result =>
        {
            var sandbox = result.GetValue(_sandbox);
            var mistake = (sandbox, Has(_phone), result.GetValue(_ask), Has(_baseAddress)) switch
            {
                (false, false, _, _) => "Give a telephone, or --sandbox.",
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
            : LogInAsync(
                parsed.GetRequiredValue(_phone)!,
                parsed.GetValue(_baseAddress) ?? new Uri(VerifikOptions.ProductionAddress),
                new TerminalPrompt(_terminal),
                parsed.GetValue(_cedula),
                cancellationToken));
    }

    private async Task LogInToSandboxAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var account = parsed.GetValue(_phone) ?? DocumentedAccount;
        var options = new VerifikSandboxOptions();
        options.Accounts.Add(account);
        await using var sandbox = await VerifikSandbox.StartAsync(options, cancellationToken);
        await _terminal.Out.WriteLineAsync($"The sandbox listens on {sandbox.BaseAddress}");
        IOtpPrompt prompt = parsed.GetValue(_ask) ? new ShownOutboxPrompt(sandbox.Outbox, _terminal) : new OutboxPrompt(sandbox.Outbox);
        await LogInAsync(account, sandbox.BaseAddress, prompt, parsed.GetValue(_cedula) ?? DocumentedCedula, cancellationToken);
    }

    private async Task LogInAsync(PhoneAccount account, Uri server, IOtpPrompt prompt, string? cedula, CancellationToken cancellationToken)
    {
        await using var services = Services(account, server);
        var token = await services.GetRequiredService<VerifikSession>().LoginAsync(prompt, cancellationToken);
        await _terminal.Out.WriteLineAsync($"Logged in as {account}.\nToken: {token}");
        if (cedula is not null)
        {
            var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(CedulaQuery));
            await new CedulaQuery(http).RunAsync(cedula, cancellationToken);
            await _terminal.Out.WriteLineAsync("A query with the token was answered.");
        }
    }

    private static ServiceProvider Services(PhoneAccount account, Uri server)
    {
        var services = new ServiceCollection();
        services.AddVerifik(options =>
        {
            options.Account = account;
            options.BaseAddress = server;
        });
        services.AddHttpClient(nameof(CedulaQuery), http => http.BaseAddress = server).AddVerifikToken();
        return services.BuildServiceProvider();
    }
}

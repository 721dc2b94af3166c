using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Cli;

/// <summary>A command that works with the token of one account on one server.</summary>
internal abstract class AccountCommand : Command
{
    private readonly Argument<VerifikAccount?> _account = new("account")
    {
        Description = "The telephone of the account, with the calling code of its country ('+57 300 123 4567'), or its email address.",
        CustomParser = AccountArgument.Read,
    };

    private readonly Option<Uri?> _baseAddress = new("--base-address")
    {
        Description = $"The server. {VerifikOptions.ProductionAddress} by default.",
        CustomParser = AddressArgument.Read,
    };

    private readonly Option<string> _tokens = new("--tokens")
    {
        Description = "The folder, readable by you alone, that keeps the tokens.",
        DefaultValueFactory = _ => Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "verifik"),
    };

    private readonly TimeProvider _time;

    protected AccountCommand(Terminal terminal, string name, string description, ArgumentArity accounts)
        : base(name, description)
    {
        _time = terminal.Time;
        _account.Arity = accounts;
        Add(_account);
        Add(_baseAddress);
        Add(_tokens);
    }

    protected Symbol Account => _account;

    protected Symbol BaseAddress => _baseAddress;

    protected VerifikAccount? AccountIn(ParseResult parsed) => parsed.GetValue(_account);

    /// <summary>The SDK for the account and the server of the command line, with the token in its file.</summary>
    protected ServiceProvider Services(ParseResult parsed)
    {
        var services = Registered(AccountIn(parsed)!, parsed.GetValue(_baseAddress) ?? new Uri(VerifikOptions.ProductionAddress));
        services.AddVerifikFileTokenStore(parsed.GetRequiredValue(_tokens));
        return services.BuildServiceProvider();
    }

    /// <summary>The SDK for an account and a server, with the token in memory.</summary>
    protected ServiceCollection Registered(VerifikAccount account, Uri server)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_time);
        services.AddVerifik(options =>
        {
            options.Account = account;
            options.BaseAddress = server;
        });
        services.AddHttpClient(nameof(Query), http => http.BaseAddress = server).AddVerifikToken();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verifik.Internal.Account;

namespace Verifik.Tests.Account;

/// <summary>One process of an application that uses the SDK: its own memory, its own connections, its own log.</summary>
internal sealed class Application : IAsyncDisposable
{
    private const string Cedula = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    private readonly ServiceProvider _services;

    public Application(TokenTest test, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Journal));
        services.AddSingleton<TimeProvider>(test.Clock);
        services.AddVerifik(options =>
        {
            options.BaseAddress = test.Server.BaseAddress;
            options.Account = TokenTest.Account;
        });
        services.AddHttpClient("queries", http => http.BaseAddress = test.Server.BaseAddress)
            .AddVerifikToken();
        services.ConfigureHttpClientDefaults(defaults => defaults.ConfigurePrimaryHttpMessageHandler(() => Wire));
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        Outbox = new OutboxPrompt(test.Server.Outbox);
    }

    public Journal Journal { get; } = new();

    public Wire Wire { get; } = new();

    public OutboxPrompt Outbox { get; }

    /// <summary>Whether a change of the token or a renewal is under way.</summary>
    public bool IsBusy => _services.GetRequiredService<AccountRegistry>().IsBusy;

    public IServiceProvider Services => _services;

    public IVerifikTokenProvider Tokens => _services.GetRequiredService<IVerifikTokenProvider>();

    public IVerifikSession Session => _services.GetRequiredService<IVerifikSession>();

    public HttpClient Http => _services.GetRequiredService<IHttpClientFactory>().CreateClient("queries");

    public Task<VerifikToken> LoginAsync() => Session.LoginAsync(Outbox);

    public Task<HttpResponseMessage> QueryAsync(CancellationToken cancellationToken = default) => Http.GetAsync(Cedula, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

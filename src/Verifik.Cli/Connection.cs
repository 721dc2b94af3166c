using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Cli;

/// <summary>The SDK for an account on a server.</summary>
internal sealed class Connection : IAsyncDisposable
{
    /// <summary>How long before its expiry the tool renews a token: the SDK's default.</summary>
    public static readonly TimeSpan RenewBefore = new VerifikOptions().RenewBefore;

    private readonly ServiceProvider _services;

    private Connection(KnownAccount known, TimeProvider time, Action<IServiceCollection> keep)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddVerifik(options =>
        {
            options.Account = known.Account;
            options.BaseAddress = known.Server;

            // The tool exits before a background renewal could complete, so it renews explicitly before a query.
            options.RenewBefore = TimeSpan.FromTicks(1);
        });
        services.AddHttpClient(nameof(Connection), http => http.BaseAddress = known.Server).AddVerifikToken();
        keep(services);
        _services = services.BuildServiceProvider();
    }

    public IVerifikSession Session => _services.GetRequiredService<IVerifikSession>();

    /// <summary>Sends the account's token with each request.</summary>
    public HttpClient Http => _services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Connection));

    /// <summary>Opens a connection with the token in a file.</summary>
    public static Connection Open(KnownAccount known, string folder, TimeProvider time) =>
        new(known, time, services => services.AddVerifikFileTokenStore(folder));

    /// <summary>Opens a connection with the token in memory.</summary>
    public static Connection OpenInMemory(KnownAccount known, TimeProvider time) => new(known, time, _ => { });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

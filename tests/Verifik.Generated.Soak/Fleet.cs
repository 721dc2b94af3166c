using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Soak;

/// <summary>The application whose processes share a server, a Redis and their accounts, configured as in the README.</summary>
/// <param name="Server">The port of the server.</param>
/// <param name="Redis">The port of the Redis.</param>
/// <param name="Keys">The folder of the Data Protection keys.</param>
internal sealed record Fleet(int Server, int Redis, string Keys)
{
    public static readonly HttpRequestOptionsKey<VerifikAccount> AccountKey = new("account");

    public static readonly IReadOnlyList<VerifikAccount> Accounts =
    [
        .. Enumerable.Range(0, 6).Select(number => new PhoneAccount("+57", 3001000000 + number)),
        new EmailAccount("soak-one@example.com"),
        new EmailAccount("soak-two@example.com"),
    ];

    public const string Client = "queries";

    public const string Query = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    /// <summary>The arguments for a process.</summary>
    public IEnumerable<string> ToArguments() =>
        [Server.ToString(CultureInfo.InvariantCulture), Redis.ToString(CultureInfo.InvariantCulture), Keys];

    public static Fleet Parse(string server, string redis, string keys) =>
        new(int.Parse(server, CultureInfo.InvariantCulture), int.Parse(redis, CultureInfo.InvariantCulture), keys);

    public ServiceProvider Build(TimeProvider clock)
    {
        var address = new Uri($"http://127.0.0.1:{Server}/");
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddStackExchangeRedisCache(options => options.Configuration = $"127.0.0.1:{Redis},abortConnect=false");
        services.AddDataProtection().SetApplicationName("soak").PersistKeysToFileSystem(new DirectoryInfo(Keys));
        services.ConfigureHttpClientDefaults(static http => http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            // Closes the additional connections of an outage soon, so that a leaked connection can be detected.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
        }));
        services.AddVerifik(options => options.BaseAddress = address);
        services.AddVerifikDistributedTokenStore();
        services.AddHttpClient(Client, http => http.BaseAddress = address)
            .AddVerifikToken(request => request.Options.TryGetValue(AccountKey, out var account) ? account : throw new InvalidOperationException("The request names no account."));
        return services.BuildServiceProvider();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Verifik.Internal.Account;
using Verifik.Sandbox;

namespace Verifik.Tests.Account;

/// <summary>Several accounts in one process: named ones, and those that are known only at run time.</summary>
public sealed class AccountsTests : TokenTest
{
    private static readonly PhoneAccount Acme = new("+57", 3001234567);

    [Fact]
    public async Task AnAccountWithAName_HasItsOwnServicesAndItsOwnToken()
    {
        var application = StartWithAcme();

        var (mine, acmes) = (await application.LoginAsync(), await LoginAsync(application, Session(application, "acme")));
        using var response = await application.QueryAsync();
        using var other = await Client(application, "acme").GetAsync("v2/co/cedula?documentType=CC&documentNumber=123456789");

        Assert.NotEqual(mine.Value, acmes.Value);
        Assert.Equal(Acme, Session(application, "acme").Account);
        Assert.Equal([$"Bearer {mine.Value}", $"Bearer {acmes.Value}"], application.Wire.Sent.Where(request => request.Path == "/v2/co/cedula").Select(request => request.Authorization));
        Assert.Equal(acmes, await application.Services.GetRequiredKeyedService<IVerifikTokenProvider>("acme").GetTokenAsync());
        Assert.NotNull(application.Services.GetRequiredKeyedService<IVerifikClient>("acme"));
    }

    [Fact]
    public async Task ALogoutOfOneAccount_LeavesTheOtherAlone()
    {
        var application = StartWithAcme();
        var mine = await application.LoginAsync();
        await LoginAsync(application, Session(application, "acme"));

        await Session(application, "acme").LogoutAsync();

        Assert.Equal(mine, await application.Tokens.GetTokenAsync());
        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => Client(application, "acme").GetAsync("v2/co/cedula"));
        Assert.Equal((VerifikLoginRequiredReason.LoggedOut, Acme, Server.BaseAddress), (error.Reason, error.Account, error.Server));
        Assert.Contains("+57 ********67", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnAccountThatIsSetTwice_EvenIfItIsSetBack_FailsValidation_WithBothAccountsNamed(bool isSetBack)
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => options.Account = Account);
        services.AddVerifik(options => options.Account = Acme);
        if (isSetBack)
        {
            services.AddVerifik(options => options.Account = Account);
        }

        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("+1 ********63 and +57 ********67", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme", "services.AddVerifik(\"acme\"")]
    [InlineData(null, "services.AddVerifik(…)")]
    public async Task AnAccountThatIsNotRegistered_ThrowsWithTheMethodToCall(string? name, string expected)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("queries").AddVerifikToken(name);
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("queries"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyName_Throws()
    {
        var services = new ServiceCollection();

        var error = Assert.Throws<ArgumentException>(() => services.AddVerifik(""));
        Assert.Contains("must not be empty", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => services.AddHttpClient("queries").AddVerifikToken(""));
        Assert.Throws<ArgumentException>(() => services.AddHealthChecks().AddVerifikHealthCheck(""));
    }

    [Fact]
    public async Task AddVerifikToken_OnTheSdksOwnClient_HasNoEffect()
    {
        var application = Start(services => services.AddVerifik().AddVerifikToken().AddVerifikToken(_ => Acme));

        var token = await application.LoginAsync();

        Assert.Equal(token, await application.Tokens.GetTokenAsync());
    }

    [Fact]
    public async Task AnAccountKnownAtRunTime_LogsIn_AndItsRequestsHaveItsToken()
    {
        var application = Start(services => services.AddHttpClient("rows", http => http.BaseAddress = Server.BaseAddress)
            .AddVerifikToken(request => request.Options.TryGetValue(Row, out var account) ? account : Account)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler()));
        var accounts = application.Services.GetRequiredService<VerifikAccounts>();
        var token = await LoginAsync(application, accounts.For(Acme));

        using var request = new HttpRequestMessage(HttpMethod.Get, "v2/co/cedula?documentType=CC&documentNumber=123456789");
        request.Options.Set(Row, new PhoneAccount("+57", 3001234567));
        using var response = await Client(application, "rows").SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(token, await accounts.For(new PhoneAccount("+57", 3001234567)).GetTokenAsync());
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => Client(application, "rows").GetAsync("v2/co/cedula"));
    }

    [Theory]
    [InlineData("57", 3001234567)]
    [InlineData("+57", 0)]
    public void AnInvalidAccount_IsRejectedByFor(string countryCode, long phone) =>
        Assert.Throws<ArgumentException>(() => Start().Services.GetRequiredService<VerifikAccounts>().For(new PhoneAccount(countryCode, phone)));

    [Fact]
    public async Task AnUnusedAccount_IsRemovedFromMemory_AndItsTokenIsStillRenewed()
    {
        var store = new WatchedStore();
        var application = Start(store);
        var accounts = application.Services.GetRequiredService<VerifikAccounts>();
        var first = await LoginAsync(application, accounts.For(Acme));
        await PassAsync(TimeSpan.FromMinutes(1), times: 12);

        Assert.Equal(TimeSpan.Zero, RemainingInMemory(application, Acme));
        var idle = store.Reads;
        await PassAsync(TimeSpan.FromDays(20));
        Assert.Equal(idle, store.Reads);

        await PassAsync(TimeSpan.FromHours(1), times: 24 * 6);

        Assert.Equal(1, application.Wire.Renewals);
        var second = await accounts.For(Acme).GetTokenAsync();
        Assert.NotEqual(first.Value, second.Value);
    }

    [Fact]
    public async Task AnUnloadedAccount_WhoseStoreFailsAtTheRenewal_IsRetried()
    {
        var store = new WatchedStore();
        var application = Start(store);
        var accounts = application.Services.GetRequiredService<VerifikAccounts>();
        await LoginAsync(application, accounts.For(Acme));
        await PassAsync(TimeSpan.FromMinutes(1), times: 12);

        store.InsteadOfRead = (_, _) => throw new IOException("The store is down.");
        await PassAsync(TimeSpan.FromDays(26));
        store.InsteadOfRead = null;
        await PassAsync(TimeSpan.FromHours(1), times: 12);

        Assert.Equal(1, application.Wire.Renewals);
    }

    [Fact]
    public async Task AnUnloadedAccount_WhoseTokenHasExpired_IsNotRenewed()
    {
        var application = Start(new VerifikMemoryTokenStore());
        var token = await LoginAsync(application, application.Services.GetRequiredService<VerifikAccounts>().For(Acme));
        await PassAsync(TimeSpan.FromMinutes(1), times: 12);

        await PassAsync(token.ExpiresAt - Clock.GetUtcNow());

        Assert.Equal(1, application.Journal.Count("RenewalBegins"));
        Assert.Equal(0, application.Wire.Renewals);
    }

    [Fact]
    public async Task AProcessThatStarts_RenewsTheTokenInTheStore_WithoutACaller()
    {
        var store = new VerifikMemoryTokenStore();
        await Start(store).LoginAsync();
        var later = Start(store);
        foreach (var service in later.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        await SettleAsync();
        await StopAsync(Applications[0]);
        await PassAsync(InTheWindow);

        Assert.Equal(1, later.Wire.Renewals);
    }

    [Fact]
    public async Task AServerThatIsConfiguredLater_DoesNotGetTheToken()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("BaseAddress", Server.BaseAddress.AbsoluteUri)]).Build();
        var application = Start(services => services.Configure<VerifikOptions>(configuration));
        await application.LoginAsync();

        configuration["BaseAddress"] = "https://elsewhere.example/";
        configuration.Reload();
        await application.Session.RenewAsync();

        Assert.All(application.Wire.Addresses, address => Assert.Equal(Server.BaseAddress.Authority, address.Authority));
    }

    [Fact]
    public async Task ANamedAccount_IsInMetricsLogsAndErrors()
    {
        var application = Start(services =>
        {
            services.AddMetrics();
            services.AddVerifik("acme", options => options.BaseAddress = Server.BaseAddress);
            services.AddVerifik("acme", options => options.Account = Acme);
            services.AddVerifik("nobody");
            services.AddHealthChecks().AddVerifikHealthCheck("acme");
        });
        using var meters = new MeterListener();
        var accounts = new ConcurrentBag<object?>();
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Meter.Name == VerifikDiagnostics.Name && instrument.Meter.Scope == application.Services.GetRequiredService<IMeterFactory>())
            {
                accounts.Add(tags.ToArray().Single(tag => tag.Key == "verifik.account").Value);
            }
        });
        meters.Start();
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(application)).Status);

        await LoginAsync(application, Session(application, "acme"));

        Assert.All(accounts, account => Assert.Equal("acme", account));
        Assert.Equal(2, accounts.Count);
        Assert.Equal("verifik-token-acme", Assert.Single((await HealthAsync(application)).Entries).Key);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(application)).Status);
        Assert.Contains(application.Journal.Records, record => record.Text.Contains("Logged in as +57 ********67", StringComparison.Ordinal));
        var error = Assert.Throws<InvalidOperationException>(() => Session(application, "nobody").Account);
        Assert.Contains("VerifikOptions of 'nobody'.Account is not set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheConfiguredAccount_StaysInMemory()
    {
        var store = new WatchedStore();
        var application = Start(store);
        var token = await application.LoginAsync();
        await PassAsync(TimeSpan.FromDays(1));
        await PassAsync(TimeSpan.FromDays(1));
        store.InsteadOfRead = (_, _) => throw new IOException("The store is down.");

        Assert.Equal(token, await application.Tokens.GetTokenAsync());
    }

    [Fact]
    public void TwoSessionsOfOneAccount_ShareItsToken()
    {
        var application = Start();
        var registry = application.Services.GetRequiredService<AccountRegistry>();

        Assert.Same(registry.Get(Acme), registry.Get(new PhoneAccount("+57", 3001234567)));
        Assert.Same(registry.Default, registry.Get(new PhoneAccount("+1", 1234566663)));
    }

    private static readonly HttpRequestOptionsKey<PhoneAccount> Row = new("account");

    protected override void Configure(VerifikSandboxOptions options) => options.Accounts.Add(Acme);

    private Application StartWithAcme() => Start(services =>
    {
        services.AddVerifik("acme", options => (options.BaseAddress, options.Account) = (Server.BaseAddress, Acme));
        services.AddHttpClient("acme", http => http.BaseAddress = Server.BaseAddress).AddVerifikToken("acme");
    });

    private static Task<HealthReport> HealthAsync(Application application) =>
        application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private static IVerifikSession Session(Application application, string name) => application.Services.GetRequiredKeyedService<IVerifikSession>(name);

    private static HttpClient Client(Application application, string name) => application.Services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static Task<VerifikToken> LoginAsync(Application application, IVerifikSession session) => session.LoginAsync(application.Outbox);

    private static TimeSpan RemainingInMemory(Application application, VerifikAccount account) =>
        application.Services.GetRequiredService<AccountRegistry>().Get(account).Remaining;
}

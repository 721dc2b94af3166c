using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Verifik.Runtime;
using Verifik.Sandbox;

namespace Verifik.Tests.DependencyInjection;

/// <summary>A client of an application's own contract, as its build generates it, beside the SDK's own.</summary>
public sealed class ApplicationClientTests : IAsyncLifetime
{
    private readonly VerifikAccount _account = new PhoneAccount("+57", 3001234567);
    private VerifikSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await VerifikSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task TheToken_IsSentOnlyWhereTheContractRequiresIt()
    {
        await using var provider = Provide(services => services.AddVerifikClient<IQueries, Queries>());
        await LoginAsync(provider.GetRequiredService<IVerifikSession>());
        var queries = provider.GetRequiredService<IQueries>();

        await queries.FindAsync();
        await Assert.ThrowsAsync<VerifikApiException>(queries.FindWithoutTokenAsync);

        Assert.Equal(["Bearer ***", null], _sandbox.Requests.TakeLast(2).Select(request => request.Authorization));
    }

    [Fact]
    public async Task WithoutALogin_NothingIsSent()
    {
        await using var provider = Provide(services => services.AddVerifikClient<IQueries, Queries>());

        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(provider.GetRequiredService<IQueries>().FindAsync);

        Assert.Equal(VerifikLoginRequiredReason.NeverLoggedIn, error.Reason);
        Assert.Empty(_sandbox.Requests);
    }

    [Fact]
    public async Task APost_IsSentOnce_EvenIfAHandlerRepeatsIt()
    {
        await using var provider = Provide(services => services.AddVerifikClient<IQueries, Queries>().AddStandardResilienceHandler(Impatient));

        await Assert.ThrowsAsync<VerifikApiException>(provider.GetRequiredService<IQueries>().PostAsync);

        Assert.Single(_sandbox.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task ANamedAccount_HasAClientOfItsOwn()
    {
        await using var provider = Provide(services =>
        {
            services.AddVerifik("acme", options => (options.Account, options.BaseAddress) = (new EmailAccount("ana@example.com"), _sandbox.BaseAddress));
            services.AddVerifikClient<IQueries, Queries>("acme");
        });
        await LoginAsync(provider.GetRequiredKeyedService<IVerifikSession>("acme"));

        await provider.GetRequiredKeyedService<IQueries>("acme").FindAsync();

        Assert.Null(provider.GetService<IQueries>());
    }

    [Fact]
    public async Task AddVerifikToken_ChangesNothingOnAGeneratedClient()
    {
        await using var provider = Provide(services => services.AddVerifikClient<IQueries, Queries>().AddVerifikToken());

        await Assert.ThrowsAsync<VerifikApiException>(provider.GetRequiredService<IQueries>().FindWithoutTokenAsync);

        Assert.Null(Assert.Single(_sandbox.Requests).Authorization);
    }

    [Fact]
    public async Task ASecondRegistration_ChangesNothing()
    {
        await using var provider = Provide(services =>
        {
            services.AddVerifikClient<IQueries, Queries>();
            services.AddVerifikClient<IQueries, Queries>();
        });
        await LoginAsync(provider.GetRequiredService<IVerifikSession>());

        await provider.GetRequiredService<IQueries>().FindAsync();

        Assert.Single(provider.GetServices<IQueries>());
    }

    [Fact]
    public void TwoClientsWithTheSameName_AreRejected()
    {
        var services = new ServiceCollection();
        services.AddVerifikClient<IQueries, Queries>();

        var error = Assert.Throws<InvalidOperationException>(() => services.AddVerifikClient<IQueries, Elsewhere.Queries>());

        Assert.Contains("Give one of them another ClassName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAddVerifik_TheErrorSaysWhatIsMissing()
    {
        var services = new ServiceCollection();
        services.AddVerifikClient<IQueries, Queries>();
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IQueries>());

        Assert.Contains("services.AddVerifik(…)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConstructorOfTheApplication_TakesItsServices()
    {
        await using var provider = Provide(services =>
        {
            services.AddSingleton("a service of the application");
            services.AddVerifikClient<IQueries, QueriesWithService>();
        });

        Assert.Equal("a service of the application", Assert.IsType<QueriesWithService>(provider.GetRequiredService<IQueries>()).Service);
    }

    [Fact]
    public async Task WithoutAServiceProvider_AConnectionTakesAToken()
    {
        await using var provider = Provide(_ => { });
        var token = await LoginAsync(provider.GetRequiredService<IVerifikSession>());
        using var http = new HttpClient { BaseAddress = _sandbox.BaseAddress };
        var connection = new ApiConnection(http);

        await new Queries(connection.WithToken(token)).FindAsync();

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(new Queries(connection).FindAsync);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AResponse_HasAPositiveLimit(int limit)
    {
        using var http = new HttpClient();

        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiConnection(http, limit));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VerifikClient(http, maxResponseBytes: limit));
    }

    [Fact]
    public async Task AResponseOverTheLimit_IsNotRead()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.BaseAddress };

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => new VerifikClient(http, maxResponseBytes: 20)
            .RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+57", Phone = 3001234567 }));

        Assert.Equal((VerifikApiFailure.TooLarge, HttpStatusCode.OK), (error.Failure, error.StatusCode));
    }

    private ServiceProvider Provide(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => (options.Account, options.BaseAddress) = (_account, _sandbox.BaseAddress));
        add(services);
        return services.BuildServiceProvider();
    }

    private async Task<VerifikToken> LoginAsync(IVerifikSession session)
    {
        await session.BeginLoginAsync();
        return await session.CompleteLoginAsync((await _sandbox.Outbox.ReadAsync()).Code);
    }

    private static void Impatient(HttpStandardResilienceOptions options) =>
        (options.Retry.Delay, options.Retry.BackoffType) = (TimeSpan.FromMilliseconds(1), Polly.DelayBackoffType.Constant);

    private interface IQueries
    {
        Task FindAsync();

        Task FindWithoutTokenAsync();

        Task PostAsync();
    }

    // What the generated methods call.
    private class Queries(ApiConnection connection) : IQueries
    {
        private const string Path = "v2/co/cedula?documentType=CC&documentNumber=123456789";

        public Task FindAsync() =>
            connection.SendAsync("Find", ApiRequest.Create(HttpMethod.Get, connection.AddressOf(Path)).RequireToken(), CancellationToken.None);

        public Task FindWithoutTokenAsync() =>
            connection.SendAsync("Find", ApiRequest.Create(HttpMethod.Get, connection.AddressOf(Path)), CancellationToken.None);

        public Task PostAsync() =>
            connection.SendAsync("Post", ApiRequest.Create(HttpMethod.Post, connection.AddressOf("v2/nowhere")), CancellationToken.None);
    }

    private sealed class QueriesWithService(ApiConnection connection, string service) : Queries(connection)
    {
        public string Service => service;
    }

    private static class Elsewhere
    {
        public sealed class Queries(ApiConnection connection) : ApplicationClientTests.Queries(connection);
    }
}

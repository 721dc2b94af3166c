using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Verifik.Tests.Account;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Faults;

/// <summary>
/// A POST sends a paid message or uses a code: whatever resilience an application adds, it is sent once, and the caller
/// gets its outcome.
/// </summary>
public sealed class ResilienceTests : TokenTest
{
    public static TheoryData<string> Resilience => ["the client's own", "everybody's", "everybody's and the client's own", "hedging", "a loop of the application's"];

    [Theory]
    [MemberData(nameof(Resilience))]
    public async Task AServerError_IsNotRetried(string resilience)
    {
        var application = StartWith(resilience);
        application.Wire.Instead = Unavailable;

        await SeesStatusAsync(() => application.Session.BeginLoginAsync());
        await SeesStatusAsync(() => application.Session.CompleteLoginAsync("123456"));

        Assert.Equal(["/v2/projects/phone-login", "/v2/projects/phone-login/confirm"], application.Wire.Sent.Select(request => request.Path));
    }

    [Theory]
    [MemberData(nameof(Resilience))]
    public async Task AConnectionReset_IsNotRetried(string resilience)
    {
        await using var server = new ResetServer();
        var application = StartWith(resilience, services => services.Configure<VerifikOptions>(options => options.BaseAddress = server.Address));

        await Assert.ThrowsAsync<HttpRequestException>(() => application.Session.BeginLoginAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => application.Session.CompleteLoginAsync("123456"));

        Assert.Equal(2, server.Requests);
        Assert.Equal(2, application.Wire.Sent.Count);
    }

    [Theory]
    [InlineData("the client's own", true)]
    [InlineData("everybody's", true)]
    [InlineData("everybody's and the client's own", true)]
    [InlineData("the client's own", false)]
    public async Task AnAttemptThatTimesOut_IsNotRetried(string resilience, bool isSession)
    {
        var application = StartWith(resilience, services => services.ConfigureAll<HttpStandardResilienceOptions>(
            options => options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(50)));
        var held = new HeldRequest("/v2/projects/phone-login");
        application.Wire.BeforeAnswer = held.HoldAsync;

        Task call = isSession
            ? application.Session.BeginLoginAsync()
            : application.Services.GetRequiredService<IVerifikClient>().RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
        await held.BeginsAsync();
        Clock.Advance(TimeSpan.FromMilliseconds(50));

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Contains(isSession ? "timed out" : "sent once and is not retried", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task ARepeatableRequest_IsStillRetried()
    {
        var application = StartWith("everybody's");
        await application.LoginAsync();
        application.Wire.Instead = Unavailable;

        await SeesStatusAsync(() => application.Services.GetRequiredService<IVerifikClient>().RenewSessionAsync("refresh", expiresIn: 1));

        Assert.Equal(4, application.Wire.Renewals);
    }

    [Theory]
    [MemberData(nameof(Resilience))]
    public async Task ASuccessfulLogin_IsNotAffected(string resilience)
    {
        var application = StartWith(resilience);

        var token = await application.LoginAsync();

        Assert.Equal(token, await application.Tokens.GetTokenAsync());
        Assert.Equal(2, application.Wire.Sent.Count);
    }

    [Fact]
    public async Task ARevocationWithATokenThatWasReplaced_IsSentAgainWithTheCurrentOne()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), StartWith("everybody's", services => services.AddSingleton<IVerifikTokenStore>(store)));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await one.Session.RevokeAsync();

        var renewed = await other.Services.GetRequiredService<IVerifikClient>().RenewAndRevokeAsync(new RenewAndRevokeRequest());

        Assert.NotEmpty(renewed.Token!);
        Assert.Equal(2, other.Wire.Count("/v2/auth/renew-and-revoke"));
    }

    private Application StartWith(string resilience, Action<IServiceCollection>? configure = null) => Start(services =>
    {
        var client = services.AddHttpClient(nameof(VerifikClient));
        if (resilience.StartsWith("everybody's", StringComparison.Ordinal))
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler());
        }

        if (resilience.EndsWith("the client's own", StringComparison.Ordinal))
        {
            client.AddStandardResilienceHandler();
        }

        if (resilience == "hedging")
        {
            client.AddStandardHedgingHandler();
        }

        if (resilience == "a loop of the application's")
        {
            client.AddHttpMessageHandler(() => new Loop());
        }

        configure?.Invoke(services);
    });

    private static async Task SeesStatusAsync<T>(Func<Task<T>> call)
    {
        var error = await Assert.ThrowsAsync<VerifikApiException>(() => call());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Equal("Unavailable", error.Error?.Code);
    }

    // With Retry-After, so that a handler retries without waiting.
    private static Task<HttpResponseMessage?> Unavailable(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            RequestMessage = request,
            Content = new StringContent("""{ "code": "Unavailable" }"""),
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero) },
        });

    /// <summary>Tries every request three times.</summary>
    private sealed class Loop : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || attempt == 3)
                    {
                        return response;
                    }

                    response.Dispose();
                }
                catch (Exception) when (attempt < 3)
                {
                    // And again.
                }
            }
        }
    }
}

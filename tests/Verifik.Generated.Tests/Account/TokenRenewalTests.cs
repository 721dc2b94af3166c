using System.Net;

namespace Verifik.Tests.Account;

/// <summary>The token is renewed before its expiry, in the background.</summary>
public sealed class TokenRenewalTests : TokenTest
{
    private static readonly TimeSpan BeforeTheWindow = TimeSpan.FromDays(24.99);
    [Fact]
    public async Task ATokenOutsideItsWindow_IsNotRenewed()
    {
        var application = Start();
        await application.LoginAsync();

        await PassAsync(BeforeTheWindow);
        await application.Tokens.GetTokenAsync();
        await SettleAsync();

        Assert.Equal(0, application.Wire.Renewals);
    }

    [Fact]
    public async Task ATokenInsideItsWindow_IsRenewedWithoutACaller()
    {
        var application = Start();
        var first = await application.LoginAsync();

        await PassAsync(InTheWindow);

        Assert.Equal(1, application.Wire.Renewals);
        var second = await application.Tokens.GetTokenAsync();
        Assert.NotEqual(first.Value, second.Value);
        Assert.True(second.ExpiresAt > first.ExpiresAt + TimeSpan.FromDays(20));
    }

    [Fact]
    public async Task DuringARenewal_CallersUseTheValidToken()
    {
        var application = Start();
        var first = await application.LoginAsync();
        var answer = new TaskCompletionSource<HttpResponseMessage?>();
        application.Wire.Instead = (request, _) => request.RequestUri!.AbsolutePath == "/v2/auth/session" ? answer.Task : Task.FromResult<HttpResponseMessage?>(null);
        Clock.Advance(InTheWindow);

        var calls = Enumerable.Range(0, 1000).Select(_ => application.Tokens.GetTokenAsync()).ToList();

        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        Assert.All(calls, call => Assert.Equal(first.Value, call.Result.Value));
        answer.SetResult(null);
        await SettleAsync();
        Assert.Equal(1, application.Wire.Renewals);
        Assert.NotEqual(first.Value, (await application.Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task AFailedRenewal_IsRetriedAfterAMinute_ThenLessOften()
    {
        var application = Start();
        await application.LoginAsync();
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);

        await PassAsync(InTheWindow);
        Assert.Equal(1, application.Wire.Renewals);

        await PassAsync(TimeSpan.FromSeconds(45));
        Assert.Equal(1, application.Wire.Renewals);
        await PassAsync(TimeSpan.FromSeconds(16));
        Assert.Equal(2, application.Wire.Renewals);

        await PassAsync(TimeSpan.FromMinutes(1), times: 24 * 60);

        Assert.InRange(application.Wire.Renewals, 24, 40);
    }

    [Fact]
    public async Task AShortLivedToken_IsRenewedInItsSecondHalf()
    {
        var application = Start();
        application.Wire.Instead = Answering("""{"data":{"accessToken":"fake.eyJleHAiOjE3MTY5NTc2ODd9.token","tokenType":"bearer"}}""");
        var token = await application.LoginAsync();
        Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromHours(1), token.ExpiresAt);

        await PassAsync(TimeSpan.FromMinutes(29));
        Assert.Equal(0, application.Wire.Renewals);
        await PassAsync(TimeSpan.FromMinutes(8));
        Assert.Equal(1, application.Wire.Renewals);
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task AYearWithOneRequestADay_NeedsOneLogin()
    {
        var application = Start();
        await application.LoginAsync();

        for (var day = 0; day < 365; day++)
        {
            using var response = await application.QueryAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await PassAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, application.Wire.Logins);
        Assert.InRange(application.Wire.Renewals, 12, 15);
        Assert.All(application.Wire.Sent.Where(request => request.Path == "/v2/co/cedula"), request => Assert.NotNull(request.Authorization));
    }

    [Fact]
    [Trait("Run", "Long")]
    public async Task AYearWithAnOutageOfFourDaysInTheWindow_NeedsOneLogin()
    {
        var application = Start();
        var token = await application.LoginAsync();
        var outageBegins = token.ExpiresAt - TimeSpan.FromDays(5);
        application.Wire.Instead = (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath != "/v2/auth/session")
            {
                return Task.FromResult<HttpResponseMessage?>(null);
            }

            var isOut = Clock.GetUtcNow() >= outageBegins && Clock.GetUtcNow() < outageBegins + TimeSpan.FromDays(4);
            return isOut ? throw new HttpRequestException("The connection was refused.") : Task.FromResult<HttpResponseMessage?>(null);
        };

        for (var day = 0; day < 365; day++)
        {
            using var response = await application.QueryAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            for (var hour = 0; hour < 24; hour++)
            {
                await PassAsync(TimeSpan.FromHours(1));
            }
        }

        Assert.Equal(1, application.Wire.Logins);
        Assert.True(application.Journal.Count("RenewalFailed") > 24);
        Assert.InRange(application.Journal.Count("Renewed"), 12, 15);
    }

    [Fact]
    public async Task ATokenThatAnotherProcessHasRenewed_IsTakenFromTheStore()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        await PassAsync(TimeSpan.FromDays(20));

        var renewed = await one.Session.RenewAsync();
        await PassAsync(InTheWindow - TimeSpan.FromDays(20));

        Assert.Equal(0, other.Wire.Renewals);
        Assert.Equal(renewed.Value, (await other.Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    public async Task ALogoutElsewhere_IsNotUndoneByARenewal()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await one.LoginAsync();
        await other.Tokens.GetTokenAsync();
        await PassAsync(TimeSpan.FromMinutes(1));

        await one.Session.LogoutAsync();
        await PassAsync(InTheWindow);

        Assert.Equal(0, other.Wire.Renewals);
        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => other.Tokens.GetTokenAsync().AsTask());
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
    }

    [Fact]
    public async Task ALogoutWhileARenewalRuns_IsNotUndoneByIt()
    {
        var application = Start();
        await application.LoginAsync();
        application.Wire.Instead = async (request, cancellationToken) =>
        {
            if (request.RequestUri!.AbsolutePath == "/v2/auth/session")
            {
                await application.Session.LogoutAsync(cancellationToken);
            }

            return null;
        };

        await PassAsync(InTheWindow);

        Assert.Equal(1, application.Wire.Renewals);
        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.Tokens.GetTokenAsync().AsTask());
        Assert.Equal(VerifikLoginRequiredReason.LoggedOut, error.Reason);
    }

    [Fact]
    public async Task ADisposedProvider_RenewsNothing()
    {
        var application = Start();
        await application.LoginAsync();

        await application.DisposeAsync();
        Clock.Advance(InTheWindow);

        Assert.Equal(0, application.Journal.Count("RenewalBegins"));
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> Answering(string confirmation) => (request, _) => Task.FromResult(
        request.RequestUri!.AbsolutePath == "/v2/projects/phone-login/confirm"
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(confirmation), RequestMessage = request }
            : null);
}

using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Account;

/// <summary>The token is sent to the configured server only, and a refused token is replaced once.</summary>
public sealed class TokenHandlerTests : TokenTest
{
    private const string Query = "v2/co/cedula?documentType=CC&documentNumber=1";

    [Fact]
    public async Task EveryRequestOfAClient_CarriesTheToken()
    {
        var application = Start();
        var token = await application.LoginAsync();

        using var response = await application.QueryAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"Bearer {token.Value}", application.Wire.Sent.Last().Authorization);
    }

    [Fact]
    public async Task ASentRequest_DoesNotContainTheToken()
    {
        var application = Start();
        var token = await application.LoginAsync();

        using var response = await application.QueryAsync();

        Assert.DoesNotContain(token.Value, response.ToString() + response.RequestMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACopyThatAHandlerHasSent_DoesNotContainTheToken()
    {
        var application = Start();
        var token = await application.LoginAsync();
        application.Wire.Instead = (request, _) => Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = new HttpRequestMessage(request.Method, request.RequestUri) { Headers = { Authorization = request.Headers.Authorization } },
        });

        using var response = await application.QueryAsync();

        Assert.DoesNotContain(token.Value, response.RequestMessage!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailedRequest_DoesNotContainTheToken(bool isThrownAtOnce)
    {
        var application = Start(services => services.AddHttpClient("queries").AddHttpMessageHandler(() => new Broken(isThrownAtOnce)));
        var token = await application.LoginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Query);

        await Assert.ThrowsAsync<HttpRequestException>(() => application.Http.SendAsync(request));

        Assert.DoesNotContain(token.Value, request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACall_DoesNotBlockItsThread_WhileTheTokenIsRead()
    {
        var store = new WatchedStore();
        await Start(store).LoginAsync();
        var application = Start(store);
        Task<HttpResponseMessage> call;
        using (store.HoldReads())
        {
            call = await Task.Factory.StartNew(() => application.QueryAsync(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(TimeSpan.FromSeconds(30));
            Assert.False(call.IsCompleted);
        }

        using var response = await call;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task TheContract_DeterminesWhichOperationsSendTheToken()
    {
        var application = Start();
        await application.LoginAsync();
        var client = application.Services.GetRequiredService<IVerifikClient>();

        await client.RenewSessionAsync("refresh", expiresIn: 1);
        await client.RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = Account.CountryCode, Phone = Account.Phone });

        Assert.NotNull(application.Wire.Sent.Single(request => request.Path == "/v2/auth/session").Authorization);
        Assert.All(application.Wire.Sent.Where(request => request.Path.StartsWith("/v2/projects", StringComparison.Ordinal)), request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task WithoutAToken_NothingIsSent()
    {
        var application = Start();

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());

        Assert.Empty(application.Wire.Sent);
    }

    [Fact]
    public async Task ARequestWithItsOwnAuthorization_IsNotChanged()
    {
        var application = Start();
        await application.LoginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Query) { Headers = { Authorization = new("Bearer", "fake-token-of-its-own") } };

        using var response = await application.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer fake-token-of-its-own", application.Wire.Sent.Last().Authorization);
        Assert.Equal(1, application.Wire.Queries);
    }

    [Theory]
    [InlineData("https://api.verifik.example/v2/co/cedula")]
    [InlineData("http://localhost:1/v2/co/cedula")]
    [InlineData("https://127.0.0.1/v2/co/cedula")]
    [InlineData("ftp://127.0.0.1/v2/co/cedula")]
    public async Task AnotherServer_IsRejectedBeforeAnythingIsSent_WithTheReason(string address)
    {
        var application = Start();
        await application.LoginAsync();
        var before = application.Wire.Sent.Count;

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => application.Http.GetAsync(new Uri(address)));

        Assert.Contains($"sends to '{new Uri(address).GetLeftPart(UriPartial.Authority)}', but the token is for '{Server.BaseAddress.GetLeftPart(UriPartial.Authority)}/' only", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, application.Wire.Sent.Count);
    }

    [Fact]
    public async Task ARelativeAddress_IsRejectedBeforeAnythingIsSent_WithTheReason()
    {
        var application = Start();
        using var http = new HttpMessageInvoker(application.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("queries"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Query);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.SendAsync(request, CancellationToken.None));

        Assert.Contains("sends to 'no address'", error.Message, StringComparison.Ordinal);
        Assert.Empty(application.Wire.Sent);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}@evil.example/")]
    [InlineData("http://evil.example/http://127.0.0.1:{port}/")]
    public async Task AnAddressThatLooksLikeTheServers_IsAnotherServer(string address)
    {
        var application = Start();
        await application.LoginAsync();
        var disguised = address.Replace("{port}", $"{Server.BaseAddress.Port}", StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidOperationException>(() => application.Http.GetAsync(disguised));
    }

    [Fact]
    public async Task ARedirect_DoesNotSendTheToken()
    {
        await using var elsewhere = await RedirectServer.StartAsync();
        await using var server = await RedirectServer.StartAsync(elsewhere.Address);
        var application = Start(services =>
        {
            services.Configure<VerifikOptions>(options => options.BaseAddress = server.Address);
            services.AddHttpClient("redirected").AddVerifikToken().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        });
        server.Token = "fake-token-that-stays-here";
        await application.Session.CompleteLoginAsync("123456");

        using var http = application.Services.GetRequiredService<IHttpClientFactory>().CreateClient("redirected");
        using var response = await http.GetAsync(new Uri(server.Address, Query));

        Assert.Equal("Bearer fake-token-that-stays-here", server.Authorizations.Last());
        Assert.Null(Assert.Single(elsewhere.Authorizations));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task TheSdksOwnClient_FollowsNoRedirect()
    {
        await using var elsewhere = await RedirectServer.StartAsync();
        await using var server = await RedirectServer.StartAsync(elsewhere.Address);
        var application = Start(services => services.Configure<VerifikOptions>(options => options.BaseAddress = server.Address));

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("123456"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, error.StatusCode);
        Assert.Empty(elsewhere.Authorizations);
    }

    [Fact]
    public async Task AThousandRequestsRefusedWithAReplacedToken_AreSentTwiceAtMost_WithoutARenewal()
    {
        var (other, replacement) = await RevokedElsewhereAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => other.QueryAsync())));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(0, other.Wire.Renewals + other.Wire.Logins);
        Assert.InRange(other.Wire.Queries, 1001, 2000);
        Assert.Equal(1000, other.Wire.Sent.Count(request => request.Authorization == $"Bearer {replacement.Value}"));
        Assert.All(responses, response => response.Dispose());
    }

    [Fact]
    public async Task ARefusedTokenWhoseRenewalIsRefused_RequiresALogin()
    {
        var store = new WatchedStore();
        var application = Start(store);
        await application.LoginAsync();
        application.Wire.Refuse();

        var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());

        Assert.Equal(VerifikLoginRequiredReason.Rejected, error.Reason);
        Assert.Contains($"as {Account} at {Server.BaseAddress}", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (application.Wire.Queries, application.Wire.Renewals));
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        Assert.Equal((1, 1), (application.Wire.Queries, application.Wire.Renewals));
    }

    [Fact]
    public async Task ARejectedToken_IsTriedAgainAfterTenMinutes()
    {
        var application = Start();
        await application.LoginAsync();
        application.Wire.Refuse();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        application.Wire.Instead = null;

        await PassAsync(TimeSpan.FromMinutes(9.9));
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
        await PassAsync(TimeSpan.FromMinutes(0.1));
        using var response = await application.QueryAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(IsInMemory(application.Tokens));
    }

    [Fact]
    public async Task AnEndpointThatRefusesEveryToken_ReturnsItsResponse_CostsOneRenewalInTenMinutes_AndAffectsNoOtherCaller()
    {
        var application = Start();
        await application.LoginAsync();
        application.Wire.Fail("/v2/not-in-your-plan", HttpStatusCode.Unauthorized);

        for (var minute = 0; minute < 10; minute++)
        {
            using var refused = await application.Http.GetAsync("v2/not-in-your-plan");
            using var answered = await application.QueryAsync();

            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
            await PassAsync(TimeSpan.FromSeconds(59));
        }

        Assert.Equal(1, application.Wire.Renewals);
        Assert.Equal(11, application.Wire.Count("/v2/not-in-your-plan"));
        await PassAsync(TimeSpan.FromMinutes(1));
        using var later = await application.Http.GetAsync("v2/not-in-your-plan");
        Assert.Equal(2, application.Wire.Renewals);
    }

    [Fact]
    public async Task AThousandRequestsThatOneEndpointRefuses_CauseOneRenewal()
    {
        var application = Start();
        await application.LoginAsync();
        application.Wire.Fail("/v2/not-in-your-plan", HttpStatusCode.Unauthorized);

        var responses = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => application.Http.GetAsync("v2/not-in-your-plan"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Equal(1, application.Wire.Renewals);
        Assert.InRange(application.Wire.Count("/v2/not-in-your-plan"), 1001, 2000);
    }

    [Fact]
    public async Task ARefusalWhileTheServerDoesNotRenew_IsReturnedUnchanged()
    {
        var application = Start();
        var token = await application.LoginAsync();
        application.Wire.Instead = (request, _) => Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(
            request.RequestUri!.AbsolutePath == "/v2/auth/session" ? HttpStatusCode.BadGateway : HttpStatusCode.Unauthorized)
        { RequestMessage = request });

        using var response = await application.QueryAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(token, await application.Tokens.GetTokenAsync());
    }

    [Fact]
    public async Task ARedirectToTheSameAddress_IsNotARefusalOfTheToken()
    {
        await using var server = await RedirectServer.StartAsync();
        server.RedirectsOnceToItself = true;
        var application = Start(services =>
        {
            services.Configure<VerifikOptions>(options => options.BaseAddress = server.Address);
            services.AddHttpClient("redirected").AddVerifikToken().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        });
        server.Token = "fake-token-that-stays-here";
        await application.Session.CompleteLoginAsync("123456");

        using var http = application.Services.GetRequiredService<IHttpClientFactory>().CreateClient("redirected");
        using var response = await http.GetAsync(new Uri(server.Address, Query));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer fake-token-that-stays-here", null], server.Authorizations);
        Assert.Equal("fake-token-that-stays-here", (await application.Tokens.GetTokenAsync()).Value);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task ASynchronousSend_ThrowsWithTheReason()
    {
        var application = Start();
        await application.LoginAsync();
        var before = application.Wire.Sent.Count;
        using var request = new HttpRequestMessage(HttpMethod.Get, Query);
        using var own = new HttpRequestMessage(HttpMethod.Post, "v2/projects/phone-login");

        var error = Assert.Throws<NotSupportedException>(() => application.Http.Send(request));
        var ownError = Assert.Throws<NotSupportedException>(() => application.Services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(VerifikClient)).Send(own));

        Assert.All([error, ownError], exception => Assert.Contains("Call SendAsync", exception.Message, StringComparison.Ordinal));
        Assert.Equal(before, application.Wire.Sent.Count);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task ABodyThatIsInMemory_IsSentAgainWithTheCurrentToken()
    {
        var (other, replacement) = await ReplacedElsewhereAsync();

        using var response = await other.Http.PostAsJsonAsync("v2/anything", new { documentNumber = "1" });

        Assert.Equal(2, other.Wire.Count("/v2/anything"));
        Assert.Equal($"Bearer {replacement.Value}", other.Wire.Sent.Last().Authorization);
    }

    [Fact]
    public async Task ABodyThatIsAStream_IsNotSentAgain_AndTheNextRequestHasTheCurrentToken()
    {
        var (other, replacement) = await ReplacedElsewhereAsync();

        using var content = new StreamContent(new MemoryStream([1, 2, 3]));
        using var response = await other.Http.PostAsync("v2/anything", content);
        using var next = await other.QueryAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(1, other.Wire.Count("/v2/anything"));
        Assert.Equal(replacement.Value, (await other.Tokens.GetTokenAsync()).Value);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task WithoutAddVerifik_TheErrorNamesTheMethodToCall()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("queries").AddVerifikToken();
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("queries"));

        Assert.Contains("services.AddVerifik", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://verifik.example/api", null, "https://verifik.example/api/")]
    [InlineData("https://verifik.example/api/", "https://verifik.example/", "https://verifik.example/")]
    public async Task AClientWithAToken_HasTheServerOfTheAccount_UnlessTheApplicationSetsOne(string server, string? own, string expected)
    {
        var services = new ServiceCollection();
        services.AddVerifik(options => (options.Account, options.BaseAddress) = (Account, new Uri(server)));
        services.AddHttpClient("queries", http => http.BaseAddress = own is null ? null : new Uri(own)).AddVerifikToken();
        services.AddHttpClient("tenants", http => http.BaseAddress = own is null ? null : new Uri(own)).AddVerifikToken(_ => Account);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        Assert.All(["queries", "tenants"], name => Assert.Equal(new Uri(expected), factory.CreateClient(name).BaseAddress));
    }

    [SuppressMessage("Reliability", "CA2012:Use ValueTasks correctly", Justification = "Whether it is there when the call returns is the question.")]
    private static bool IsInMemory(IVerifikTokenProvider tokens) => tokens.GetTokenAsync().IsCompletedSuccessfully;

    /// <summary>A handler that throws, in a task or before it returns one.</summary>
    private sealed class Broken(bool isThrownAtOnce) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var error = new HttpRequestException("The connection was reset.");
            return isThrownAtOnce ? throw error : Task.FromException<HttpResponseMessage>(error);
        }
    }

    /// <summary>A process whose token was replaced by another process, with a path that accepts any method and only the new token.</summary>
    private async Task<(Application Process, VerifikToken Replacement)> ReplacedElsewhereAsync()
    {
        var (other, replacement) = await RevokedElsewhereAsync();
        other.Wire.Instead = (request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath == "/v2/anything"
                ? new HttpResponseMessage(request.Headers.Authorization!.Parameter == replacement.Value ? HttpStatusCode.OK : HttpStatusCode.Unauthorized) { RequestMessage = request }
                : null);
        return (other, replacement);
    }
}

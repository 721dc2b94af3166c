using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;
using Verifik.Tests.Account;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Sandbox;

/// <summary>Each magic number and address, through the SDK.</summary>
public sealed class MagicAccountTests : SandboxTest
{
    private static readonly Uri Query = new("v2/co/cedula?documentType=CC&documentNumber=123456789", UriKind.Relative);

    public static TheoryData<string> All => [.. MagicAccount.All.SelectMany(magic => new[] { $"{magic.Phone.CountryCode} {magic.Phone.Phone}", magic.Email.Email })];

    public static TheoryData<string> Of(string name) => Of(MagicAccount.All.Single(magic => magic.Name == name));

    [Theory]
    [InlineData("+1 2025550140", 400, "BadRequest", "Invalid phone number format.")]
    [InlineData("invalid@example.com", 404, "NotFound", "invalid_email")]
    [InlineData("+1 2025550144", 404, "NotFound", "Record not found.")]
    [InlineData("unknown@example.com", 404, "NotFound", "invalid_email")]
    public async Task ARefusedAccount_IsSentNothing(string account, int status, string code, string message)
    {
        var failure = await FailedLoginAsync(account);

        Assert.Equal((status, code, message), ((int)failure.StatusCode, failure.Error?.Code, failure.Error?.Message));
        Assert.Empty(Server.Outbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Of), "rate-limited")]
    public async Task ARateLimit_HasARetryAfter(string account)
    {
        var failure = await FailedLoginAsync(account);

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.Equal("TooManyRequests", failure.Error?.Code);
        Assert.Equal(TimeSpan.FromSeconds(30), failure.RetryAfter);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Of), "bad-gateway")]
    public async Task AGatewaysPage_KeepsItsStatus(string account)
    {
        var failure = await FailedLoginAsync(account);

        Assert.Equal(HttpStatusCode.BadGateway, failure.StatusCode);
        Assert.Null(failure.Error?.Code);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Theory]
    [MemberData(nameof(Of), "slow")]
    public async Task ASlowResponse_ArrivesAfterThirtySeconds(string account)
    {
        // The application has its own clock, so that it does not time out.
        await using var application = Application(account, TimeProvider.System);
        var login = application.GetRequiredService<IVerifikSession>().BeginLoginAsync();
        await Server.Outbox.ReadAsync();
        Assert.Empty(Server.Requests);
        Assert.False(login.IsCompleted);

        await Clock.AdvanceUntilAsync(login, TimeSpan.FromSeconds(1));

        await login;
        Assert.True(Server.Requests[0].Took >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task AClientThatDisconnects_IsRecordedAsDropped()
    {
        using var stop = new CancellationTokenSource();
        var request = Http.PostAsync("/v2/projects/email-login?email=slow@example.com", content: null, stop.Token);
        await Server.Outbox.ReadAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await foreach (var entry in Server.Journal.ReadAsync(after: 1, CancellationToken.None))
        {
            Assert.Equal((null, "slow"), (((SandboxRequest)entry.Item).Status, ((SandboxRequest)entry.Item).Magic));
            break;
        }
    }

    [Theory]
    [MemberData(nameof(Of), "truncated")]
    public async Task ATruncatedResponse_KeepsItsStatusAndSendsNoSecondMessage(string account)
    {
        var failure = await FailedLoginAsync(account);

        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
        Assert.Single(Server.Outbox.Messages);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Of), "dropped")]
    public async Task ADroppedConnection_SendsNoSecondMessage(string account)
    {
        await using var application = Application(account);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => LoginAsync(application));

        Assert.Single(Server.Outbox.Messages);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task UnknownValues_AreKept()
    {
        await using var application = Application("+1 2025550120");

        var sent = await application.GetRequiredService<IVerifikClient>().RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+1", Phone = 2025550120 });

        Assert.Equal(("queued-elsewhere", "carrier-pigeon", "qu"), (sent.Data?.Status, sent.Data?.PhoneGateway, sent.Data?.Language));
        Assert.Equal(["channelHistory"], sent.Data?.AdditionalProperties.Keys);
        Assert.Equal(["credits"], sent.AdditionalProperties.Keys);
    }

    [Theory]
    [MemberData(nameof(Of), "unknown-values")]
    [MemberData(nameof(Of), "undeclared")]
    public async Task AnUndeclaredStatus_DoesNotFailTheLogin(string account)
    {
        await using var application = Application(account);

        var token = await LoginAsync(application);

        Assert.Equal(Clock.GetUtcNow().AddDays(30).ToUnixTimeSeconds(), token.ExpiresAt.ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(application));
    }

    [Theory]
    [MemberData(nameof(Of), "opaque")]
    public async Task ATokenThatIsNotAJwt_IsValidForThirtyDays(string account)
    {
        await using var application = Application(account);

        var token = await LoginAsync(application);

        Assert.DoesNotContain('.', token.Value);
        Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromDays(30), token.ExpiresAt);
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(application));
    }

    [Theory]
    [MemberData(nameof(Of), "short-lived")]
    public async Task AShortLivedToken_ExpiresInAMinute(string account)
    {
        await using var application = Application(account);

        var token = await LoginAsync(application);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(), token.ExpiresAt.ToUnixTimeSeconds());
    }

    [Theory]
    [MemberData(nameof(Of), "revoked-after-use")]
    public async Task ATokenThatIsRevokedAfterUse_NeedsANewLogin(string account)
    {
        await using var application = Application(account);
        await LoginAsync(application);

        Assert.Equal(HttpStatusCode.OK, await QueryAsync(application));
        var failure = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => QueryTwiceAsync(application));

        Assert.Equal(VerifikLoginRequiredReason.Rejected, failure.Reason);
    }

    [Theory]
    [MemberData(nameof(Of), "token-expired")]
    public async Task A403TokenExpired_NeedsANewLogin(string account)
    {
        await using var application = Application(account);
        await LoginAsync(application);

        var failure = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => QueryTwiceAsync(application));

        Assert.Equal(VerifikLoginRequiredReason.Rejected, failure.Reason);
        Assert.Contains(Server.Requests, request => request is { Status: 403, Path: "/v2/co/cedula" });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task OneAccount_DoesNotDisturbAnother(string account)
    {
        await using var magic = Application(account);
        await using var ordinary = Application("ana@example.com");

        await LoginAsync(ordinary);

        Assert.Equal(HttpStatusCode.OK, await QueryAsync(ordinary));
        Assert.NotNull(MagicAccount.Of(VerifikAccount.Parse(account)));
    }

    [Fact]
    public void NumbersAndNames_AreNeverUsedTwice()
    {
        Assert.Equal(MagicAccount.All.Count, MagicAccount.All.Select(magic => magic.Phone).Distinct().Count());
        Assert.Equal(MagicAccount.All.Count, MagicAccount.All.Select(magic => magic.Name).Distinct().Count());
    }

    private static TheoryData<string> Of(MagicAccount magic) => [$"{magic.Phone.CountryCode} {magic.Phone.Phone}", magic.Email.Email];

    private async Task<VerifikApiException> FailedLoginAsync(string account)
    {
        await using var application = Application(account);
        return await Assert.ThrowsAsync<VerifikApiException>(() => LoginAsync(application));
    }

    private Task<VerifikToken> LoginAsync(ServiceProvider application) =>
        application.GetRequiredService<IVerifikSession>().LoginAsync(new OutboxPrompt(Server.Outbox));

    private static async Task<HttpStatusCode> QueryAsync(ServiceProvider application)
    {
        using var response = await application.GetRequiredService<IHttpClientFactory>().CreateClient("queries").GetAsync(Query);
        return response.StatusCode;
    }

    // Whether the first response is returned or already an error depends on when the renewal is refused; the second is
    // an error.
    private static async Task QueryTwiceAsync(ServiceProvider application)
    {
        await QueryAsync(application);
        await QueryAsync(application);
    }

    private ServiceProvider Application(string account, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? Clock);
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (Server.BaseAddress, VerifikAccount.Parse(account)));
        services.AddHttpClient("queries", http => http.BaseAddress = Server.BaseAddress).AddVerifikToken();
        return services.BuildServiceProvider();
    }
}

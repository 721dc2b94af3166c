using System.Net;

namespace Verifik.Tests.Account;

/// <summary>A renewal shows whether the server still accepts a token.</summary>
public sealed class RejectionTests : TokenTest
{
    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "anything", true)]
    [InlineData(HttpStatusCode.Forbidden, "token_expired", true)]
    [InlineData(HttpStatusCode.Forbidden, "not_in_your_plan", false)]
    [InlineData(HttpStatusCode.Conflict, "token_expired", false)]
    public async Task ARefusedToken_IsRejected_OnlyIfItsRenewalIsRefusedAsUnauthorizedOrExpired(HttpStatusCode status, string message, bool isRejected)
    {
        var application = Start();
        var token = await application.LoginAsync();
        application.Wire.Instead = (request, _) => Task.FromResult<HttpResponseMessage?>(
            request.RequestUri!.AbsolutePath == "/v2/auth/session"
                ? new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent($$"""{"message":"{{message}}","code":"any"}""") }
                : new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request });

        if (isRejected)
        {
            var error = await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
            Assert.Equal(VerifikLoginRequiredReason.Rejected, error.Reason);
        }
        else
        {
            using var response = await application.QueryAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal(token, await application.Tokens.GetTokenAsync());
        }

        Assert.Equal(1, application.Wire.Renewals);
    }

    [Fact]
    public async Task ARefusalThatTheStoreResolves_DoesNotDelayTheCheckOfTheNextOne()
    {
        var store = new VerifikMemoryTokenStore();
        var (one, other) = (Start(store), Start(store));
        await other.LoginAsync();
        await one.Tokens.GetTokenAsync();
        await PassAsync(TimeSpan.FromMinutes(1));
        await one.Session.RevokeAsync();
        using var resolved = await other.QueryAsync();
        Assert.Equal((HttpStatusCode.OK, 0), (resolved.StatusCode, other.Wire.Renewals));

        other.Wire.Refuse();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => other.QueryAsync());

        Assert.Equal(1, other.Wire.Renewals);
    }

    [Fact]
    public async Task AnExplicitRenewalThatFails_Throws_AndTheTokenIsKept()
    {
        var application = Start();
        var token = await application.LoginAsync();
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.RenewAsync());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, (VerifikAccount?)Account), (error.StatusCode, error.Account));
        Assert.Equal(token, await application.Tokens.GetTokenAsync());
    }
}

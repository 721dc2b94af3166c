using System.Net;

namespace Verifik.Tests.Sandbox;

/// <summary>Issuing and revoking tokens without the API.</summary>
public sealed class TokensTests : SandboxTest
{
    private static readonly PhoneAccount Account = new("+1", 1234566663);

    [Fact]
    public async Task AnIssuedToken_WorksWithoutALoginForThirtyDays()
    {
        var token = Server.Tokens.Issue(Account);

        Assert.Equal(HttpStatusCode.OK, await QueryAsync(token));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await QueryAsync(token));
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AnIssuedToken_HasTheGivenExpiry()
    {
        var token = Server.Tokens.Issue(Account, Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(token));

        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.Unauthorized, await QueryAsync(token));
    }

    [Fact]
    public async Task RevokingOneToken_LeavesTheOthers()
    {
        var (first, second) = (Server.Tokens.Issue(Account), Server.Tokens.Issue(Account));

        Assert.True(Server.Tokens.Revoke(first.Value));
        Assert.False(Server.Tokens.Revoke(first.Value));

        Assert.Equal(HttpStatusCode.Unauthorized, await QueryAsync(first));
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(second));
    }

    [Fact]
    public async Task RevokingAnAccount_LeavesTheTokensOfOthers()
    {
        var (mine, others) = (Server.Tokens.Issue(Account), Server.Tokens.Issue(new EmailAccount("ana@example.com")));

        Server.Tokens.Revoke(Account);

        Assert.Equal(HttpStatusCode.Unauthorized, await QueryAsync(mine));
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(others));
    }

    [Fact]
    public async Task TheNewestTenThousand_AreKept()
    {
        var oldest = Server.Tokens.Issue(Account);
        var next = Server.Tokens.Issue(Account);
        for (var number = 0; number < 9_999; number++)
        {
            Server.Tokens.Issue(Account);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await QueryAsync(oldest));
        Assert.Equal(HttpStatusCode.OK, await QueryAsync(next));
    }

    private async Task<HttpStatusCode> QueryAsync(AccessToken token) =>
        (await GetAsync("/v2/co/cedula?documentType=CC&documentNumber=123456789", token.Value)).Status;
}

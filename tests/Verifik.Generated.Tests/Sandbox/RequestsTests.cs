namespace Verifik.Tests.Sandbox;

public sealed class RequestsTests : SandboxTest
{
    [Fact]
    public async Task ARequest_IsRecordedWithItsResponse()
    {
        await PostAsync("/v2/projects/email-login?email=nobody%40example.com");

        var request = Assert.Single(Server.Requests);
        Assert.Equal(
            ("POST", "/v2/projects/email-login", "?email=nobody@example.com", null, null),
            (request.Method, request.Path, request.Query, request.Authorization, request.Body));
        Assert.Equal((404, """{"code":"NotFound","message":"invalid_email"}"""), (request.Status, request.Answer));
        Assert.Equal(Clock.GetUtcNow(), request.ReceivedAt);
        Assert.Equal("POST /v2/projects/email-login?email=nobody@example.com 404", request.ToString());
    }

    [Fact]
    public async Task Secrets_AreMaskedEverywhere()
    {
        var code = await SendCodeAsync();
        var token = TokenIn((await ConfirmAsync(code)).Body);
        var renewed = (await GetAsync("/v2/auth/session?origin=refresh&expiresIn=1", token)).Body;
        var revoked = (await PostAsync("/v2/auth/renew-and-revoke", "{}", token)).Body;
        await GetAsync($"/v2/unknown?token={token}&otp={code}");

        var noted = string.Join('\n', Server.Requests.Select(request => $"{request}{request.Query}{request.Authorization}{request.Body}{request.Answer}"));
        foreach (var secret in new[] { code, token, "eyJ", "$2a$" })
        {
            Assert.DoesNotContain(secret, noted, StringComparison.Ordinal);
        }

        Assert.Contains("eyJ", renewed, StringComparison.Ordinal);
        Assert.Contains("eyJ", revoked, StringComparison.Ordinal);
        Assert.Equal("""{"countryCode":"+1","phone":1234566663,"otp":"***"}""", Server.Requests[1].Body);
        Assert.Equal("""{"data":{"accessToken":"***","tokenType":"bearer"}}""", Server.Requests[1].Answer);
        Assert.Equal("Bearer ***", Server.Requests[2].Authorization);
    }

    [Fact]
    public async Task ABodyThatIsNotJson_IsRecordedByItsLength()
    {
        await RequestAsync("""{"otp":"000000" """);

        Assert.Equal("(16 bytes, not JSON)", Assert.Single(Server.Requests).Body);
    }

    [Fact]
    public async Task TheNewestFiveHundred_AreKept()
    {
        for (var number = 0; number < 510; number++)
        {
            await GetAsync($"/v2/unknown/{number}");
        }

        Assert.Equal(500, Server.Requests.Count);
        Assert.Equal(("/v2/unknown/10", "/v2/unknown/509"), (Server.Requests[0].Path, Server.Requests[^1].Path));
    }

    [Fact]
    public async Task TheNewestFiveHundredMessages_AreKept()
    {
        for (var number = 0; number < 510; number++)
        {
            await PostAsync("/v2/projects/email-login?email=ana@example.com");
        }

        Assert.Equal(500, Server.Outbox.Messages.Count);
        Assert.Same(Server.Outbox.Messages[0], await Server.Outbox.ReadAsync());
    }
}

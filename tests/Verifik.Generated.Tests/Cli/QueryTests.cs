using System.Text.Json.Nodes;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Cli;

/// <summary><c>verifik get</c> and <c>verifik call</c>.</summary>
public sealed class QueryTests : ToolTest
{
    /// <summary>From a login to where its token is due for a renewal.</summary>
    private static readonly TimeSpan InTheWindow = TimeSpan.FromDays(26);

    [Theory]
    [InlineData(Phone)]
    [InlineData(Email)]
    public async Task AToken_IsStoredForTheQueriesOfLaterRuns_UntilTheLogout(string account)
    {
        await LogInAsync(account);

        (await RunAsync("get", Cedula, "--account", account)).AssertDone("\"documentNumber\":\"123456789\"");
        (await RunAsync("get", $"/{Cedula}")).AssertDone("123456789");
        (await RunAsync("get", $"{Address}{Cedula}")).AssertDone("123456789");
        (await RunAsync("logout")).AssertDone("Logged out as");
        (await RunAsync("get", Cedula)).AssertFailed(1, $"at {Address}. Log in: 'verifik login --base-address {Address}'.");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AToken_BelongsToOneAccount()
    {
        await LogInAsync(Email);

        (await RunAsync("get", Cedula, "--account", Phone)).AssertFailed(1, $"no token for +57 ********67 at {Address}. Log in: 'verifik login --base-address {Address}'.");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AResponse_IsUnchangedInAPipe_AndIndentedInATerminal()
    {
        await LogInAsync();
        var raw = await RunAsync("get", Cedula);
        IsOutTerminal = true;
        var shown = await RunAsync("get", Cedula);
        var json = await RunAsync("get", Cedula, "--output", "json");

        Assert.StartsWith("{\"data\":{\"documentType\":\"CC\"", raw.AssertDone().Output, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"data\": {\n    \"documentType\": \"CC\",\n", shown.AssertDone().Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"data\":{\"documentType\":\"CC\"", json.AssertDone().Output, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(raw.Output)!["data"], JsonNode.Parse(shown.Output)!["data"]));
    }

    [Fact]
    public async Task AnErrorResponse_IsReportedWithItsCodeItsMessageAndWhetherItIsCharged()
    {
        await LogInAsync();

        (await RunAsync("get", "v2/nowhere")).AssertFailed(
            3, "responded to GET /v2/nowhere of +57 ********67 with status 404: NotFound: Record not found. Verifik charges for a 404 like for a successful query: check the path");
        (await RunAsync("get", "v2/co/cedula?documentType=CC")).AssertFailed(
            3, "with status 409: MissingParameter: missing documentNumber. Verifik does not charge for this response.");
    }

    [Fact]
    public async Task ACall_SendsTheDataOfAFile_AndOnlyJson()
    {
        var body = Folder.Write("body.json", "{\"a\": 1}");
        await using var server = await EchoServer.StartAsync();
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        var call = await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "call", "post", "v2/face", "--data", $"@{body}");
        var piped = await RunAsync(server.Address, new StringReader("[2]"), CancellationToken.None, "call", "PUT", "v2/face", "--data", "@-");
        var plain = await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "call", "DELETE", "v2/face");

        Assert.Equal("POST /v2/face Bearer not-a-secret application/json; charset=utf-8 {\"a\": 1}", call.AssertDone().Output);
        Assert.Equal("PUT /v2/face Bearer not-a-secret application/json; charset=utf-8 [2]", piped.AssertDone().Output);
        Assert.Equal("DELETE /v2/face Bearer not-a-secret  ", plain.AssertDone().Output);
        Assert.Equal(3, server.Requests);
    }

    [Theory]
    [InlineData("the data is not valid JSON: see line 1, byte 7", "call", "POST", "v2/face", "--data", "{\"a\": ")]
    [InlineData("'nowhere.json' cannot be read", "call", "POST", "v2/face", "--data", "@nowhere.json")]
    [InlineData("GET has no body", "call", "GET", "v2/face", "--data", "{}")]
    [InlineData("the method must be one of GET, POST, PUT, PATCH, DELETE", "call", "SEND", "v2/face")]
    [InlineData("the path is invalid", "get", "")]
    [InlineData("the token is sent to ", "get", "https://elsewhere.example/v2")]
    [InlineData("use 'verifik login' instead of", "call", "POST", "v2/projects/phone-login", "--data", "{}")]
    [InlineData("use 'verifik login' instead of", "call", "POST", "/V2//projects/./email%2Dlogin/confirm?a=b", "--data", "{}")]
    [InlineData("use 'verifik renew' instead of", "get", "v2/auth/session?origin=refresh&expiresIn=1")]
    [InlineData("use 'verifik revoke' instead of", "call", "POST", "v2/co/../auth/renew-and-revoke")]
    public async Task AnInvalidQuery_IsRejectedBeforeAnythingIsSent(string reason, params string[] arguments)
    {
        await using var server = await EchoServer.StartAsync();
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        (await RunAsync(server.Address, TextReader.Null, CancellationToken.None, arguments)).AssertFailed(2, reason);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task TheToken_IsSentToItsServerOnly_WhateverThePath()
    {
        await using var server = await EchoServer.StartAsync();
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        (await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", "//elsewhere.example/v2")).AssertDone("GET /elsewhere.example/v2");
    }

    [Fact]
    public async Task AnErrorThatContainsTheToken_IsShownWithoutIt_AndWithoutControlCharacters()
    {
        await using var server = await EchoServer.StartAsync("{\"code\":\"ERROR\",\"message\":\"not-a-secret \\u001b[31mred\\nline\"}", status: 422);
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        var run = await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", "v2/face");

        run.AssertFailed(3, "with status 422: ERROR: *** [31mred line. Verifik does not charge for this response.").AssertShowsNoSecret("not-a-secret");
    }

    [Fact]
    public async Task AnExpiredTokenOfTheEnvironment_IsReportedFor403Too()
    {
        await using var server = await EchoServer.StartAsync("{\"message\":\"token_expired\",\"code\":\"FORBIDDEN\"}", status: 403);
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        (await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", "v2/face")).AssertFailed(
            3, "of VERIFIK_TOKEN with status 403: FORBIDDEN: token_expired. The token of VERIFIK_TOKEN was refused: unset it, or set a new one.");
    }

    [Fact]
    public async Task ARenewalOfAnExpiredToken_SaysHowToLogIn()
    {
        await LogInAsync("token-expired@example.com");

        (await RunAsync("renew")).AssertFailed(3, $"with status 403: FORBIDDEN: token_expired. Log in: 'verifik login --base-address {Address}'.");
    }

    [Fact]
    public async Task AGatewaysPage_IsNotShown()
    {
        await using var server = await EchoServer.StartAsync("<html><h1>502 Bad Gateway</h1></html>", status: 502);
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        (await RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", "v2/face")).AssertFailed(3, "GET /v2/face of VERIFIK_TOKEN with status 502.");
    }

    [Fact]
    public async Task AQueryWithATokenThatExpiresSoon_RenewsItFirst()
    {
        await LogInAsync();
        var before = await RunAsync("token");
        Clock.Advance(InTheWindow);

        (await RunAsync("get", Cedula)).AssertDone("123456789");

        Assert.NotEqual(before.Output, (await RunAsync("token")).Output);
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ARenewalWithoutAResponse_IsReported_AndTheQueryUsesTheValidToken()
    {
        await using var server = await SilentRenewalServer.StartAsync();
        await LogInToAsync(server);

        var running = RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", Cedula);
        await server.RenewalRequested;
        Clock.Advance(TimeSpan.FromMinutes(2));
        var get = await running;

        Assert.Equal(0, get.ExitCode);
        Assert.Equal(SilentRenewalServer.Answer, get.Output);
        Assert.StartsWith("verifik: the token of +57 ********67 was not renewed; it is still valid until ", get.Error, StringComparison.Ordinal);
        Assert.Contains($": the request to {server.Address} for", get.Error, StringComparison.Ordinal);
        Assert.Equal($"Bearer {UserDocument.Token}", Assert.Single(server.Authorizations));
    }

    [Fact]
    public async Task CtrlCDuringTheRenewal_EndsTheToolWithoutTheQuery()
    {
        await using var server = await SilentRenewalServer.StartAsync();
        await LogInToAsync(server);
        using var interrupt = new CancellationTokenSource();

        var running = RunAsync(server.Address, TextReader.Null, interrupt.Token, "get", Cedula);
        await server.RenewalRequested;
        await interrupt.CancelAsync();
        await Clock.AdvanceUntilAsync(running, TimeSpan.FromSeconds(1));

        (await running).AssertFailed(130, "interrupted.");
        Assert.Empty(server.Authorizations);
    }

    private async Task LogInToAsync(SilentRenewalServer server)
    {
        using var person = new Person(() => "000000");
        (await RunAsync(server.Address, person, CancellationToken.None, "login", Phone)).AssertDone();
        Clock.Advance(InTheWindow);
    }
}

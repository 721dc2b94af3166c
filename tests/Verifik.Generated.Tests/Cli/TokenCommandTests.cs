using System.Text.Json.Nodes;

namespace Verifik.Tests.Cli;

/// <summary><c>verifik status</c>, <c>renew</c>, <c>revoke</c>, <c>logout</c> and <c>token</c>.</summary>
public sealed class TokenCommandTests : ToolTest
{
    [Fact]
    public async Task TheStatus_HasTheExpiryAndTheServer_AndFailsWithoutAToken()
    {
        (await RunAsync("status")).AssertFailed(1, $"there is no known account; tokens are stored in {Folder.Root}");
        await LogInAsync();

        var status = await RunAsync("status");
        Assert.Matches($"^Account +Server +Token *\n\\+57 \\*{{8}}67 +{Address} +valid until [-0-9]+ [:0-9]+ \\+00:00 \\((29|30) days\\) *\n", status.AssertDone().Output);
        Assert.EndsWith($"Tokens are stored in {Folder.Root}\n", status.Output, StringComparison.Ordinal);
        status.AssertShowsNoSecret();

        Clock.Advance(TimeSpan.FromDays(31));
        var late = await RunAsync("status", Phone);
        Assert.Equal(1, late.ExitCode);
        Assert.Contains("the token has expired", late.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStatus_CanBeJson()
    {
        await LogInAsync();
        await LogInAsync(Email);
        await RunAsync("logout", Email);

        var status = JsonNode.Parse((await RunAsync("status", "-o", "json")).AssertDone().Output)!;

        Assert.Equal(Folder.Root, (string)status["tokens"]!);
        Assert.Equal(
            [("+57 3001234567", true), ("ana@example.com", false)],
            status["accounts"]!.AsArray().Select(account => ((string)account!["account"]!, (bool)account["valid"]!)).Order());
        Assert.Equal(1, (await RunAsync("status", Email, "-o", "json")).ExitCode);
    }

    [Fact]
    public async Task TheStatusAsJson_IsAnEmptyListWithoutAnAccount() =>
        (await RunAsync("status", "-o", "json")).AssertPlainlyFailed(1, "{\"accounts\":[],\"tokens\":");

    [Fact]
    public async Task TheStatus_SendsNoRequest_EvenNearTheExpiry()
    {
        await LogInAsync();
        await Server.DisposeAsync();
        Clock.Advance(TimeSpan.FromDays(29));

        (await RunAsync("status")).AssertDone("valid until");
    }

    [Fact]
    public async Task ARenewal_KeepsALongerToken()
    {
        await LogInAsync();
        Clock.Advance(TimeSpan.FromDays(10));

        (await RunAsync("renew")).AssertDone($"Renewed the token of +57 ********67 at {Address}.\nThe token is valid until ").AssertShowsNoSecret();
        (await RunAsync("get", Cedula)).AssertDone("123456789");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ARevocation_InvalidatesTheEarlierToken()
    {
        await LogInAsync();
        var earlier = (await RunAsync("token")).Output.Trim();

        (await RunAsync("revoke")).AssertDone("All earlier tokens are invalid.").AssertShowsNoSecret(earlier);

        (await RunAsync("get", Cedula)).AssertDone("123456789");
        Variables["VERIFIK_TOKEN"] = earlier;
        (await RunAsync("get", Cedula)).AssertFailed(3, "status 401: Unauthorized: Invalid or expired token. The token of VERIFIK_TOKEN was refused: unset it");
    }

    [Theory]
    [InlineData("renew")]
    [InlineData("revoke")]
    [InlineData("token")]
    public async Task WithoutAToken_ACommandReportsIt(string command) =>
        (await RunAsync(command, Phone)).AssertFailed(1, $"no token for +57 ********67 at {Address}. Log in: 'verifik login --base-address {Address}'.");

    [Fact]
    public async Task TheToken_IsPrintedInAPipe_AndInATerminalOnlyIfRequested()
    {
        await LogInAsync();
        var piped = await RunAsync("token");
        var json = await RunAsync("token", "--output", "json");
        IsOutTerminal = true;
        var refused = await RunAsync("token");
        var shown = await RunAsync("token", "--show");

        Assert.Matches("^eyJ[-_.A-Za-z0-9]+\n$", piped.AssertDone().Output);
        Assert.Equal(piped.Output.Trim(), (string)JsonNode.Parse(json.AssertDone().Output)!["token"]!);
        refused.AssertFailed(2, "add --show").AssertShowsNoSecret();
        Assert.Equal(piped.Output, shown.AssertDone().Output);
    }

    [Fact]
    public async Task ALogout_DeletesTheToken()
    {
        await LogInAsync();

        (await RunAsync("logout", "+57", "300", "123", "4567")).AssertDone($"Logged out as +57 ********67 at {Address}.");
        (await RunAsync("token")).AssertFailed(1, $"logged out for +57 ********67 at {Address}");
    }
}

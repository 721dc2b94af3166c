namespace Verifik.Tests.Cli;

public sealed class SandboxLoginTests : ToolTest
{
    [Fact]
    public async Task ALoginToTheSandbox_NeedsNoInput()
    {
        var run = await ToolRun.OfAsync("login", "--sandbox");

        run.AssertDone("Logged in as +1 ********63 at http://127.0.0.1:");
        Assert.Matches("Token: bearer ….{4}, expires [0-9]{4}-", run.Output);
        Assert.Contains("A query with the token succeeded.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b[0-9]{6}\\b", run.Output);
        run.AssertShowsNoSecret();
    }

    [Theory]
    [InlineData("+44 20 7946 0958", "+44 ********58")]
    [InlineData("maria@example.org", "m***@example.org")]
    public async Task ALoginToTheSandbox_AcceptsAnyNumberOrAddress(string account, string shown) =>
        (await ToolRun.OfAsync("login", "--sandbox", account)).AssertDone($"Logged in as {shown}");

    [Fact]
    public async Task ALoginToTheSandbox_CanAskForTheCodeThatItShows()
    {
        await using var prompts = new StringWriter();
        using var person = new Person(() => prompts.ToString().Split("your code is ")[1][..6]);

        var run = await ToolRun.OfAsync(
            person, TimeProvider.System, ["login", "--sandbox", "--ask"], terminal => terminal with { Prompts = prompts }, CancellationToken.None);

        run.AssertDone("Logged in as +1 ********63");
        Assert.EndsWith("Code: ", prompts.ToString(), StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;

namespace Verifik.Tests.Cli;

/// <summary><c>verifik accounts</c>: names, the default account, and which account a command means.</summary>
public sealed class AccountsTests : ToolTest
{
    [Fact]
    public async Task AnAccount_IsFoundByItsNameTelephoneOrAddress()
    {
        await LogInAsync();
        await LogInAsync(Email);
        (await RunAsync("accounts", "name", "acme", Email)).AssertDone($"a***@example.com at {Address} is now called acme.");

        foreach (var account in new[] { "acme", "ACME", Email, Phone })
        {
            (await HereAsync("status", account)).AssertDone("valid until");
            (await HereAsync("get", Cedula, "--account", account)).AssertDone("123456789");
        }
    }

    [Fact]
    public async Task WithoutAnAccount_TheOnlyOneIsUsed_OrTheDefault_OrTheChoiceIsReported()
    {
        (await HereAsync("token")).AssertFailed(2, "no account is specified. Give a telephone number");
        await LogInAsync();
        var phone = (await HereAsync("token")).AssertDone();
        await LogInAsync(Email);

        (await HereAsync("token")).AssertFailed(2, "several accounts are possible: +57 ********67, a***@example.com. Give one, or set a default with 'verifik accounts default'.");
        (await HereAsync("accounts", "default", "+57", "300", "123", "4567")).AssertDone($"Commands without an account now use +57 ********67 at {Address}.");

        Assert.Equal(phone, await HereAsync("token"));
        Assert.NotEqual(phone.Output, (await HereAsync("token", Email)).AssertDone().Output);
    }

    [Fact]
    public async Task TheList_HasNamesServersAndTheDefault()
    {
        await LogInAsync();
        (await HereAsync("accounts", "name", "casa", Phone)).AssertDone();
        (await HereAsync("accounts", "default", "casa")).AssertDone();
        (await HereAsync("accounts", "name", "later", Email)).AssertDone("a***@example.com at https://api.verifik.co/ is now called later.");

        var list = await HereAsync("accounts");
        Assert.Matches($"\n\\+57 3001234567 +casa +{Address} +default *\n", list.AssertDone().Output);
        Assert.Matches("\nana@example.com +later +https://api.verifik.co/ *\n", list.Output);

        var json = JsonNode.Parse((await HereAsync("accounts", "--output", "json")).AssertDone().Output)!.AsArray();
        Assert.Equal([("casa", true), ("later", false)], json.Select(account => ((string)account!["name"]!, (bool)account["default"]!)));
    }

    [Fact]
    public async Task AnAccountThatIsRemoved_IsLoggedOut_AndNoLongerListed()
    {
        await LogInAsync();
        (await HereAsync("accounts", "default", Phone)).AssertDone();

        (await HereAsync("accounts", "remove", Phone)).AssertDone($"+57 ********67 at {Address} was logged out and removed from the list.");

        (await HereAsync("accounts")).AssertDone("there is no known account");
        (await HereAsync("token")).AssertFailed(2, "no account is specified");
        (await RunAsync("token", Phone)).AssertFailed(1, "logged out");
        (await HereAsync("accounts", "remove", Phone)).AssertFailed(2, "is not on the list");

        await LogInAsync();
        Assert.False((bool)JsonNode.Parse((await HereAsync("accounts", "-o", "json")).Output)![0]!["default"]!);
    }

    [Fact]
    public async Task AServerWithoutAKnownAccount_IsReported()
    {
        await LogInAsync();

        (await HereAsync("get", Cedula, "--base-address", "localhost:1")).AssertFailed(2, "there is no known account at http://localhost:1/. Give a telephone number");
    }

    [Fact]
    public async Task ALoginWithATypedAccount_UsesTheProductionServer_UnlessAnotherIsRequested()
    {
        await LogInAsync();
        Variables["VERIFIK_TOKENS"] = Folder.Root;

        (await PlainRunAsync(TextReader.Null, CancellationToken.None, "login", Phone)).AssertFailed(2, "the code of +57 ********67 at https://api.verifik.co/ cannot be entered");
    }

    [Theory]
    [InlineData("there is no account with the name 'acme'.", "token", "acme")]
    [InlineData("that is neither a telephone number", "token", "300", "123", "4567")]
    [InlineData("the account is given twice", "token", Phone, "--account", Email)]
    [InlineData("a name must begin with a letter", "accounts", "name", "a b", Phone)]
    [InlineData("a name must begin with a letter", "accounts", "name", "ana@example.com", Phone)]
    public async Task AnInvalidAccountArgument_IsReported(string reason, params string[] arguments) => (await HereAsync(arguments)).AssertFailed(2, reason);

    [Fact]
    public async Task ADamagedEntry_IsReported()
    {
        await LogInAsync();
        var entry = Directory.GetFiles(Path.Combine(Folder.Root, "accounts")).Single();
        await File.WriteAllTextAsync(entry, "{\"account\": \"nobody\"}");

        (await HereAsync("accounts")).AssertFailed(5, $"'{entry}' is damaged and contains no token. Delete it.");
    }

    [Fact]
    public async Task ConcurrentRuns_LoseNothing()
    {
        var runs = Enumerable.Range(0, 20).Select(at => HereAsync("accounts", "name", $"n{at}", $"n{at}@example.com"));

        Assert.All(await Task.WhenAll(runs), run => run.AssertDone());
        Assert.Equal(20, JsonNode.Parse((await HereAsync("accounts", "-o", "json")).Output)!.AsArray().Count);
    }

    private Task<ToolRun> HereAsync(params string[] arguments) =>
        PlainRunAsync(TextReader.Null, CancellationToken.None, [.. arguments, "--tokens", Folder.Root]);
}

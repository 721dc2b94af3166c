using Verifik.Tests.Faults;

namespace Verifik.Tests.Cli;

/// <summary><c>verifik login</c>: its checks, its messages and the stored token.</summary>
public sealed class LoginTests : ToolTest
{
    [Theory]
    [InlineData(Phone, "+57 ********67")]
    [InlineData(Email, "a***@example.com")]
    public async Task ALogin_AsksForTheCode_AndShowsNeitherItNorTheToken(string account, string shown)
    {
        using var person = new Person(LastCode);

        var run = await RunAsync(person, "login", account);

        run.AssertDone($"Logged in as {shown} at {Address}.\nThe token is valid until ");
        Assert.StartsWith($"{Address} sent a code to {shown}", run.Prompts, StringComparison.Ordinal);
        Assert.EndsWith("The code expires in 10:00.\nCode: ", run.Prompts, StringComparison.Ordinal);
        run.AssertShowsNoSecret(LastCode(), account);
    }

    [Fact]
    public async Task ATelephone_MayBeTypedInSeveralWords()
    {
        using var person = new Person(LastCode);

        (await RunAsync(person, "login", "+57", "300", "123", "4567")).AssertDone("Logged in as +57 ********67");
    }

    [Fact]
    public async Task AValidToken_IsReported_AndNothingIsSent_UnlessForced()
    {
        await LogInAsync();

        var again = await RunAsync(new Person(LastCode), "login", Phone);
        again.AssertDone($"+57 ********67 already has a valid token at {Address}, until {Clock.GetUtcNow().AddDays(30):yyyy-MM-dd HH:mm} +00:00. Nothing was sent.");
        Assert.Single(Server.Outbox.Messages);

        (await RunAsync(new Person(LastCode), "login", Phone, "--force")).AssertDone("Logged in as");
        Assert.Equal(2, Server.Outbox.Messages.Count);
    }

    [Fact]
    public async Task WithoutInputForTheCode_NothingIsSent()
    {
        (await RunAsync("login", Phone)).AssertFailed(2, $"the code of +57 ********67 at {Address} cannot be entered: the standard input is closed. Nothing was sent.");
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ACodeFromAPipe_IsAccepted()
    {
        using var typed = new Pipe(Server.Outbox);

        (await RunAsync(typed, "login", Phone)).AssertDone("Logged in as");
    }

    [Fact]
    public async Task AFolderThatIsAFile_IsReported_AndNothingIsSent()
    {
        var file = Folder.Write("no-folder", "");

        var run = await PlainRunAsync(new Person(LastCode), CancellationToken.None, "login", Phone, "--base-address", Address, "--tokens", file);

        run.AssertFailed(5, $"tokens cannot be stored in '{file}': ");
        Assert.Contains("Nothing was sent.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Server.Outbox.Messages);
    }

    [UnixFact]
    public async Task AFolderThatOthersCanWriteTo_IsReportedWithWhatToDo_AndNothingIsSent()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder.Root, "shared")).FullName;
        OpenToOthers(folder);

        var run = await PlainRunAsync(new Person(LastCode), CancellationToken.None, "login", Phone, "--base-address", Address, "--tokens", folder);

        run.AssertFailed(5, $"Run: chmod go-w '{folder}'");
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ATokenThatIsDamaged_IsReplacedByALogin()
    {
        await LogInAsync();
        var token = Directory.GetFiles(Folder.Root).Single();
        await File.WriteAllTextAsync(token, "damaged");

        (await RunAsync("status")).AssertFailed(5, "cannot be read");
        (await RunAsync(new Person(LastCode), "login", Phone)).AssertDone("Logged in as");
        (await RunAsync("status")).AssertDone("valid until");
    }

    [Theory]
    [InlineData("+57 300 999 9999", "+57 ********99")]
    [InlineData("nobody@example.com", "n***@example.com")]
    public async Task AnUnknownAccount_FailsWithoutAPrompt(string account, string shown)
    {
        var run = await RunAsync(new Person(LastCode), "login", account);

        run.AssertFailed(3, $"{shown} is not registered with Verifik at {Address} (NotFound: ");
        Assert.Empty(run.Prompts);
        (await RunAsync("accounts")).AssertDone("there is no known account");
    }

    [Fact]
    public async Task AServerThatDoesNotExist_FailsInOneLine()
    {
        var address = Address;
        await Server.DisposeAsync();

        (await PlainRunAsync(new Person(LastCode), CancellationToken.None, "login", Phone, "--base-address", address, "--tokens", Folder.Root))
            .AssertFailed(4, $"no response from {address} for +57 ********67: the connection was refused. Check --base-address");
    }

    [Fact]
    public async Task AName_IsStored_AndSelectsTheAccountFromThenOn()
    {
        (await RunAsync(new Person(LastCode), "login", Email, "--name", "acme")).AssertDone("Logged in as acme (a***@example.com)");

        (await PlainRunAsync(TextReader.Null, CancellationToken.None, "status", "acme", "--tokens", Folder.Root)).AssertDone("valid until");
        (await RunAsync(new Person(LastCode), "login", Phone, "--name", "ACME")).AssertFailed(2, "the name 'ACME' is already used by a***@example.com");
        (await RunAsync(new Person(LastCode), "login", Phone, "--name", "+57")).AssertFailed(2, "a name must begin with a letter");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AName_IsStored_EvenIfNoCodeIsEntered_OrThereIsAlreadyAToken()
    {
        using var leaving = Person.Typing(() => null);
        (await RunAsync(leaving, "login", Email)).AssertFailed(2, "no code was entered");
        (await RunAsync(leaving, "login", Email, "--name", "acme")).AssertFailed(2, "'verifik login acme' asks for it again");
        (await RunAsync(new Person(LastCode), "login", "acme")).AssertDone("Logged in as acme");
        (await RunAsync("login", Email, "--name", "later")).AssertDone("later (a***@example.com) already has a valid token");

        (await RunAsync("status", "later")).AssertDone("valid until");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AResult_CanBeJson()
    {
        using var person = new Person(LastCode);

        var run = await RunAsync(person, "login", Phone, "--output", "json");

        var result = System.Text.Json.Nodes.JsonNode.Parse(run.AssertDone().Output)!;
        Assert.Equal(("+57 3001234567", Address), ((string)result["account"]!, (string)result["server"]!));
        Assert.Equal(Clock.GetUtcNow().AddDays(30), (DateTimeOffset)result["expiresAt"]!, TimeSpan.FromSeconds(1));
    }

    private static void OpenToOthers(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
    }
}

namespace Verifik.Tests.Cli;

public sealed class LoginCommandTests : ToolTest
{
    [Fact]
    public async Task ALoginToTheSandbox_NeedsNobody()
    {
        var run = await ToolRun.OfAsync("login", "--sandbox");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("Logged in as +1 ********63.", run.Output, StringComparison.Ordinal);
        Assert.Matches("Token: bearer ….{4}, expires [0-9]{4}-", run.Output);
        Assert.Contains("A query with the token was answered.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b[0-9]{6}\\b", run.Output);
        run.AssertShowsNoSecret();
    }

    [Theory]
    [InlineData("+44 20 7946 0958", "+44 ********58")]
    [InlineData("maria@example.org", "m***@example.org")]
    public async Task ALoginToTheSandbox_TakesAnyNumberOrAddress(string account, string shown)
    {
        var run = await ToolRun.OfAsync("login", "--sandbox", account);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Logged in as {shown}.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoginToTheSandbox_CanAskForTheCodeThatItShows()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var person = new Person(() => output.ToString().Split("your code is ")[1][..6]);

        var exitCode = await Verifik.Cli.VerifikTool.RunAsync(["login", "--sandbox", "--ask"], new(person, output, error, TimeProvider.System));

        Assert.Equal(0, exitCode);
        Assert.Contains("Code: ", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task ALoginToAServer_AsksForTheCodeAndShowsNeitherItNorTheToken()
    {
        using var person = new Person(LastCode);

        var run = await LogInAsync(person);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("A code was sent to +57 ********67", run.Output, StringComparison.Ordinal);
        Assert.Contains("Logged in as +57 ********67.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("query", run.Output, StringComparison.Ordinal);
        run.AssertShowsNoSecret(LastCode());
    }

    [Fact]
    public async Task ALoginByEmail_AsksForTheCodeAndShowsNeitherItNorTheTokenNorTheAddress()
    {
        using var person = new Person(LastCode);

        var run = await RunAsync(person, "login", Email);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(new EmailAccount(Email), Server.Outbox.Messages.Single().Account);
        Assert.Contains("A code was sent to a***@example.com", run.Output, StringComparison.Ordinal);
        Assert.Contains("Logged in as a***@example.com.", run.Output, StringComparison.Ordinal);
        run.AssertShowsNoSecret(LastCode(), Email);
    }

    [Fact]
    public async Task AQuery_IsMadeWhereItIsAskedFor()
    {
        using var person = new Person(LastCode);

        var run = await LogInAsync(person, "--cedula", "123456789");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("A query with the token was answered.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenThatCouldNotBeKept_IsSaid()
    {
        var file = Folder.Write("no-folder", "");
        using var person = new Person(LastCode);

        var run = await ToolRun.OfAsync(person, "login", Phone, "--base-address", $"{Server.BaseAddress}", "--tokens", file);

        run.AssertFailed(1, "the token could not be kept. Give another folder with --tokens");
    }

    [Fact]
    public async Task ASlipInTheCode_IsAskedAgainAndSendsNoSecondMessage()
    {
        var lines = new Queue<Func<string>>([() => "12345", () => "12345x", () => "", () => $" {LastCode()[..3]} {LastCode()[3..]} "]);
        using var person = new Person(() => lines.Dequeue()());

        var run = await LogInAsync(person);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(Server.Outbox.Messages);
    }

    [Theory]
    [InlineData(Phone, "(ConfirmPhoneLogin failed with status 400: BadRequest. The account is +57 ********67 at ")]
    [InlineData(Email, "(ConfirmEmailLogin failed with status 400: ERROR. The account is a***@example.com at ")]
    public async Task AWrongCode_FailsInOneLineWithoutTheCode(string account, string detail)
    {
        using var person = new Person(() => LastCode() == "000000" ? "000001" : "000000");

        var run = await RunAsync(person, "login", account);

        run.AssertFailed(1, $"the code is wrong, has expired or was used. {detail}");
        run.AssertShowsNoSecret("00000", LastCode());
    }

    [Fact]
    public async Task AnExpiredCode_FailsInOneLine()
    {
        using var person = new Person(() =>
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            return LastCode();
        });

        (await LogInAsync(person)).AssertFailed(1, "the code is wrong, has expired or was used.");
    }

    [Theory]
    [InlineData("+57 300 999 9999", "the number belongs to no client of Verifik.")]
    [InlineData("nobody@example.com", "the address belongs to no client of Verifik.")]
    public async Task AnUnknownAccount_FailsAndNobodyIsAsked(string account, string reason)
    {
        var run = await RunAsync("login", account);

        run.AssertFailed(1, reason);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task TheEndOfTheInput_Fails() => (await LogInAsync(TextReader.Null)).AssertFailed(1, "no code was given.");

    [Fact]
    public async Task APersonWhoGivesUp_EndsTheToolAsASignalWould()
    {
        using var interrupt = new CancellationTokenSource();
        using var typed = new ManualResetEventSlim();
        using var person = new Person(() =>
        {
            interrupt.Cancel();
            typed.Wait();
            return null;
        });

        var run = await ToolRun.OfAsync(person, TimeProvider.System, interrupt.Token, "login", Phone, "--base-address", $"{Server.BaseAddress}");
        typed.Set();

        run.AssertFailed(130, "interrupted.");
    }

    [Fact]
    public async Task AServerThatIsNotThere_FailsInOneLine()
    {
        var address = Server.BaseAddress;
        await Server.DisposeAsync();

        (await ToolRun.OfAsync("login", Phone, "--base-address", $"{address}")).AssertFailed(1, "no answer from the server");
    }

    [Fact]
    public async Task AServerThatIsNotSafe_IsRefusedBeforeAnythingIsSent() =>
        (await ToolRun.OfAsync("login", Phone, "--base-address", "http://verifik.example")).AssertFailed(1, "must be https");

    [Theory]
    [InlineData]
    [InlineData("login")]
    [InlineData("login", "--nonsense")]
    [InlineData("login", Phone, "and", "more")]
    [InlineData("login", Phone, "--ask")]
    [InlineData("login", "--sandbox", "--base-address", "https://verifik.example")]
    [InlineData("login", "--base-address")]
    [InlineData("login", Phone, "--base-address", "verifik.example")]
    [InlineData("login", Phone, "--base-address", "")]
    [InlineData("login", Phone, "--base-address", "https://")]
    [InlineData("login", "--sandbox", "300 123 4567")]
    [InlineData("login", "ana@")]
    [InlineData("get", Phone)]
    [InlineData("logout")]
    public async Task ACommandThatMakesNoSense_IsRefusedInOneLine(params string[] arguments) =>
        (await ToolRun.OfAsync(arguments)).AssertFailed(2, "See 'verifik --help'.");

    [Fact]
    public async Task Help_IsNoFailure()
    {
        var run = await ToolRun.OfAsync("login", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--sandbox", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }
}

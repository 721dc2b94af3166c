using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verifik.Sandbox;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Cli;

public sealed class LoginCommandTests : IAsyncLifetime, IDisposable
{
    private const string Phone = "+57 300 123 4567";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly TemporaryFolder _folder = new();
    private VerifikSandbox _server = null!;

    public async Task InitializeAsync()
    {
        var options = new VerifikSandboxOptions { HashWorkFactor = 4, TimeProvider = _clock };
        options.Accounts.Add(new PhoneAccount("+57", 3001234567));
        _server = await VerifikSandbox.StartAsync(options);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

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

    [Fact]
    public async Task ALoginToTheSandbox_TakesAnyNumber()
    {
        var run = await ToolRun.OfAsync("login", "--sandbox", "+44 20 7946 0958");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Logged in as +44 ********58.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoginToTheSandbox_CanAskForTheCodeThatItShows()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var person = new Person(() => output.ToString().Split("your code is ")[1][..6]);

        var exitCode = await Verifik.Cli.VerifikTool.RunAsync(["login", "--sandbox", "--ask"], new(person, output, error));

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
    public async Task AQuery_IsMadeWhereItIsAskedFor()
    {
        using var person = new Person(LastCode);

        var run = await LogInAsync(person, "--cedula", "123456789");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("A query with the token was answered.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenIsKept_ForTheQueriesOfLaterRuns_UntilTheLogout()
    {
        using var person = new Person(LastCode);
        await LogInAsync(person);

        var get = await RunAsync("get", Phone, "v2/co/cedula?documentType=CC&documentNumber=123456789");
        var logout = await RunAsync("logout", Phone);
        var late = await RunAsync("get", Phone, "/v2/co/cedula?documentType=CC&documentNumber=123456789");

        Assert.Equal(0, get.ExitCode);
        Assert.Contains("123456789", get.Output, StringComparison.Ordinal);
        Assert.Equal("Logged out as +57 ********67.", logout.Output.Trim());
        late.AssertFailed(1, "A person has to log in to Verifik. See 'verifik login --help'.");
        Assert.Single(_server.Outbox.Messages);
    }

    [Fact]
    public async Task AQueryWithATokenNearItsEnd_RenewsItFirst()
    {
        var past = new VerifikSandboxOptions { HashWorkFactor = 4, TimeProvider = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-26)) };
        past.Accounts.Add(new PhoneAccount("+57", 3001234567));
        await _server.DisposeAsync();
        _server = await VerifikSandbox.StartAsync(past);
        using var person = new Person(LastCode);
        await LogInAsync(person);
        var before = await KeptTokenAsync();

        var get = await RunAsync("get", Phone, "v2/co/cedula?documentType=CC&documentNumber=123456789");

        Assert.Equal(0, get.ExitCode);
        Assert.NotEqual(before.Value, (await KeptTokenAsync()).Value);
        Assert.Single(_server.Outbox.Messages);
    }

    [Fact]
    public async Task ATokenThatCouldNotBeKept_IsSaid()
    {
        var file = _folder.Write("no-folder", "");
        using var person = new Person(LastCode);

        var run = await ToolRun.OfAsync(person, "login", Phone, "--base-address", $"{_server.BaseAddress}", "--tokens", file);

        run.AssertFailed(1, "the token could not be kept. Give another folder with --tokens");
    }

    [Fact]
    public async Task AQueryWithoutALogin_FailsAndSendsNoMessage()
    {
        (await RunAsync("get", Phone, "v2/co/cedula")).AssertFailed(1, "There is no access token.");
        Assert.Empty(_server.Outbox.Messages);
    }

    [Fact]
    public async Task AQueryThatIsRefused_FailsWithItsStatus()
    {
        using var person = new Person(LastCode);
        await LogInAsync(person);

        (await RunAsync("get", Phone, "v2/nowhere")).AssertFailed(1, "status 404");
    }

    [Fact]
    public async Task ASlipInTheCode_IsAskedAgainAndSendsNoSecondMessage()
    {
        var lines = new Queue<Func<string>>([() => "12345", () => "12345x", () => "", () => $" {LastCode()[..3]} {LastCode()[3..]} "]);
        using var person = new Person(() => lines.Dequeue()());

        var run = await LogInAsync(person);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(_server.Outbox.Messages);
    }

    [Fact]
    public async Task AWrongCode_FailsInOneLineWithoutTheCode()
    {
        using var person = new Person(() => LastCode() == "000000" ? "000001" : "000000");

        var run = await LogInAsync(person);

        run.AssertFailed(1, "the code is wrong, has expired or was used. (ConfirmPhoneLogin failed with status 400: BadRequest.)");
        run.AssertShowsNoSecret("00000", LastCode());
    }

    [Fact]
    public async Task AnExpiredCode_FailsInOneLine()
    {
        using var person = new Person(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            return LastCode();
        });

        (await LogInAsync(person)).AssertFailed(1, "the code is wrong, has expired or was used.");
    }

    [Fact]
    public async Task AnUnknownNumber_FailsAndNobodyIsAsked()
    {
        var run = await ToolRun.OfAsync("login", "+57 300 999 9999", "--base-address", $"{_server.BaseAddress}");

        run.AssertFailed(1, "the number belongs to no client of Verifik.");
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

        var run = await ToolRun.OfAsync(person, interrupt.Token, "login", Phone, "--base-address", $"{_server.BaseAddress}");
        typed.Set();

        run.AssertFailed(130, "interrupted.");
    }

    [Fact]
    public async Task AServerThatIsNotThere_FailsInOneLine()
    {
        var address = _server.BaseAddress;
        await _server.DisposeAsync();

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

    private Task<ToolRun> LogInAsync(TextReader person, params string[] more) =>
        ToolRun.OfAsync(person, ["login", Phone, "--base-address", $"{_server.BaseAddress}", "--tokens", _folder.Root, .. more]);

    private async Task<VerifikToken> KeptTokenAsync()
    {
        var services = new ServiceCollection();
        services.AddVerifikFileTokenStore(_folder.Root).AddVerifik(options =>
        {
            options.Account = new PhoneAccount("+57", 3001234567);
            options.BaseAddress = _server.BaseAddress;
            options.RenewBefore = TimeSpan.FromHours(1);
        });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<VerifikTokenProvider>().GetTokenAsync();
    }

    private Task<ToolRun> RunAsync(params string[] arguments) =>
        ToolRun.OfAsync([.. arguments, "--base-address", $"{_server.BaseAddress}", "--tokens", _folder.Root]);

    private string LastCode() => _server.Outbox.Messages[^1].Code;
}

using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Cli;

public sealed class GetCommandTests : ToolTest
{
    private const string Query = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    /// <summary>From a login to where its token is due for a renewal.</summary>
    private static readonly TimeSpan InTheWindow = TimeSpan.FromDays(26);

    [Theory]
    [InlineData(Phone, "+57 ********67")]
    [InlineData(Email, "a***@example.com")]
    public async Task ATokenIsKept_ForTheQueriesOfLaterRuns_UntilTheLogout(string account, string shown)
    {
        using var person = new Person(LastCode);
        await RunAsync(person, "login", account);

        var get = await RunAsync("get", account, Query);
        var logout = await RunAsync("logout", account);
        var late = await RunAsync("get", account, $"/{Query}");

        Assert.Equal(0, get.ExitCode);
        Assert.Contains("123456789", get.Output, StringComparison.Ordinal);
        Assert.Equal($"Logged out as {shown}.", logout.Output.Trim());
        late.AssertFailed(1, "See 'verifik login --help'.");
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ATokenIsOfOneAccount()
    {
        using var person = new Person(LastCode);
        await RunAsync(person, "login", Email);

        (await RunAsync("get", Phone, Query)).AssertFailed(1, "There is no access token");
    }

    [Fact]
    public async Task AQueryWithATokenNearItsEnd_RenewsItFirst()
    {
        using var person = new Person(LastCode);
        await LogInAsync(person);
        var before = await KeptTokenAsync();
        Clock.Advance(InTheWindow);

        var get = await RunAsync("get", Phone, Query);

        Assert.Equal(0, get.ExitCode);
        Assert.Empty(get.Error);
        Assert.NotEqual(before.Value, (await KeptTokenAsync()).Value);
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ARenewalThatGetsNoAnswer_IsSaid_AndTheQueryIsMadeWithTheTokenThatIsStillValid()
    {
        await using var server = await SilentRenewalServer.StartAsync();
        await LogInToAsync(server);

        var running = RunAsync(server.Address, TextReader.Null, CancellationToken.None, "get", Phone, Query);
        await server.RenewalRequested;
        Clock.Advance(TimeSpan.FromMinutes(2));
        var get = await running;

        Assert.Equal(0, get.ExitCode);
        Assert.Equal(SilentRenewalServer.Answer, get.Output.Trim());
        Assert.Matches("^verifik: the token was not renewed, bearer ….{4}, expires [^ ]+: no answer from the server in time\\.\n$", get.Error);
        Assert.Equal($"Bearer {UserDocument.Token}", Assert.Single(server.Authorizations));
    }

    [Fact]
    public async Task APersonWhoGivesUpDuringTheRenewal_EndsTheToolWithoutTheQuery()
    {
        await using var server = await SilentRenewalServer.StartAsync();
        await LogInToAsync(server);
        using var interrupt = new CancellationTokenSource();

        var running = RunAsync(server.Address, TextReader.Null, interrupt.Token, "get", Phone, Query);
        await server.RenewalRequested;
        await interrupt.CancelAsync();
        await Clock.AdvanceUntilAsync(running, TimeSpan.FromSeconds(1));

        (await running).AssertFailed(130, "interrupted.");
        Assert.Empty(server.Authorizations);
    }

    [Fact]
    public async Task AQueryWithoutALogin_FailsAndSendsNoMessage()
    {
        (await RunAsync("get", Phone, "v2/co/cedula")).AssertFailed(1, "There is no access token");
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AQueryThatIsRefused_FailsWithItsStatus()
    {
        using var person = new Person(LastCode);
        await LogInAsync(person);

        (await RunAsync("get", Phone, "v2/nowhere")).AssertFailed(1, "status 404");
    }

    private async Task LogInToAsync(SilentRenewalServer server)
    {
        using var person = new Person(() => "000000");
        var login = await RunAsync(server.Address, person, CancellationToken.None, "login", Phone);
        Assert.Equal(0, login.ExitCode);
        Clock.Advance(InTheWindow);
    }

    private async Task<VerifikToken> KeptTokenAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddVerifikFileTokenStore(Folder.Root).AddVerifik(options =>
        {
            options.Account = new PhoneAccount("+57", 3001234567);
            options.BaseAddress = Server.BaseAddress;
            options.RenewBefore = TimeSpan.FromHours(1);
        });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IVerifikTokenProvider>().GetTokenAsync();
    }
}

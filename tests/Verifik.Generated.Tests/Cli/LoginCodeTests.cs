using Verifik.Tests.Runtime;

namespace Verifik.Tests.Cli;

/// <summary>The code of a login: the input, the messages, and the next run.</summary>
public sealed class LoginCodeTests : ToolTest
{
    [Fact]
    public async Task AMistypedCode_IsAskedForAgain_AndNotSent()
    {
        using var person = Person.Typing(() => "12345", () => "12345x", () => "", () => $" {LastCode()[..3]} {LastCode()[3..]} ");

        var run = await RunAsync(person, "login", Phone);

        run.AssertDone("Logged in as");
        Assert.Equal(3, run.Prompts.Split("A code has six digits.").Length - 1);
        Assert.Single(Server.Outbox.Messages);
    }

    [Theory]
    [InlineData(Phone, "BadRequest: Invalid OTP code")]
    [InlineData(Email, "ERROR: invalid_otp")]
    public async Task AWrongCode_IsAskedForThreeMoreTimes_WithoutAnotherMessage(string account, string said)
    {
        using var person = Person.Typing(WrongCode, WrongCode, WrongCode, LastCode);

        var run = await RunAsync(person, "login", account);

        run.AssertDone("Logged in as");
        Assert.Contains($"refused that code ({said}). Remaining attempts without another message: 3.", run.Prompts, StringComparison.Ordinal);
        Assert.Contains("Remaining attempts without another message: 1", run.Prompts, StringComparison.Ordinal);
        Assert.Single(Server.Outbox.Messages);
        run.AssertShowsNoSecret("00000", LastCode());
    }

    [Fact]
    public async Task AfterTheFourthWrongCode_TheToolEnds_AndTheNextRunAsksForTheSameCode()
    {
        using var mistaken = Person.Typing(WrongCode, WrongCode, WrongCode, WrongCode, LastCode);
        (await RunAsync(mistaken, "login", Phone)).AssertFailed(3, "No other message was sent.");

        using var person = new Person(LastCode);
        var run = await RunAsync(person, "login", Phone);

        run.AssertDone("Logged in as");
        Assert.StartsWith($"The code that {Address} sent to +57 ********67 is still valid, so no other is sent.", run.Prompts, StringComparison.Ordinal);
        Assert.Single(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AnotherCode_IsSentWithResend_AfterAConfirmation()
    {
        using var leaving = Person.Typing();
        (await RunAsync(leaving, "login", Phone)).AssertFailed(2, "no code was entered for +57 ********67");
        Assert.Single(Server.Outbox.Messages);

        using var careful = Person.Typing(() => "", LastCode);
        var careless = await RunAsync(careful, "login", Phone, "--resend");
        Assert.Contains("invalidates that code. Send it? [y/N] Nothing was sent.", careless.AssertDone("Logged in as").Prompts, StringComparison.Ordinal);
        Assert.Single(Server.Outbox.Messages);

        using var certain = Person.Typing(() => "y", LastCode);
        (await RunAsync(certain, "login", Phone, "--resend", "--force")).AssertDone("Logged in as");
        Assert.Equal(2, Server.Outbox.Messages.Count);
    }

    [Fact]
    public async Task WithoutACodeAndWithoutAConfirmation_ThereIsNoLogin()
    {
        using var person = Person.Typing(() => "n");

        (await RunAsync(person, "login", Phone, "--resend")).AssertFailed(2, "no code was sent");
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task ACodeThatExpiresDuringThePrompt_EndsTheLogin_AndTheNextOneSendsAnother()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var typed = new ManualResetEventSlim();
        using var slow = new Person(() =>
        {
            asked.SetResult();
            typed.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
            return null;
        });
        var running = RunAsync(slow, "login", Phone);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Clock.AdvanceUntilAsync(running, TimeSpan.FromMinutes(1));
        var late = await running;
        typed.Set();
        late.AssertFailed(3, $"the code of +57 ********67 at {Address} has expired. For another: 'verifik login --base-address {Address}'.");

        await LogInAsync();
        Assert.Equal(2, Server.Outbox.Messages.Count);
    }

    [Fact]
    public async Task CtrlC_EndsTheToolLikeASignal_AndKeepsTheCode()
    {
        using var interrupt = new CancellationTokenSource();
        using var typed = new ManualResetEventSlim();
        using var person = new Person(() =>
        {
            interrupt.Cancel();
            typed.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
            return null;
        });

        var run = await RunAsync(Server.BaseAddress, person, interrupt.Token, "login", Phone);
        typed.Set();

        run.AssertFailed(130, "interrupted. The code that was sent to +57 ********67 is valid until ");
        Assert.EndsWith("Code: \n", run.Prompts, StringComparison.Ordinal);
        await LogInAsync();
        Assert.Single(Server.Outbox.Messages);
    }

    [Theory]
    [InlineData("bad-gateway@example.com", 3, "with status 502. Try again later. A code may have been sent anyway: 'verifik login --base-address ")]
    [InlineData("dropped@example.com", 4, "the connection closed before the whole response arrived. Check --base-address and the network, and try again. A code may have been sent")]
    [InlineData("truncated@example.com", 4, "cannot be read (status 200). Check --base-address; if it is correct, try again later. A code may have been sent")]
    public async Task ALostResponse_CountsAsAMessageThatMayHaveBeenSent(string account, int exitCode, string said)
    {
        using var person = Person.Typing(() => null);

        (await RunAsync(person, "login", account)).AssertFailed(exitCode, said);
        var messages = Server.Outbox.Messages.Count;
        var again = await RunAsync(person, "login", account);

        Assert.Contains("is still valid, so no other is sent", again.Prompts, StringComparison.Ordinal);
        Assert.EndsWith("Code: \n", again.Prompts, StringComparison.Ordinal);
        Assert.Equal(messages, Server.Outbox.Messages.Count);
    }

    [Fact]
    public async Task ATruncatedResponse_CountsAsAMessageThatWasSent()
    {
        await using var server = await SilentRenewalServer.StartAsync(login: "{\"data\":");
        using var person = new Person(() => "000000");

        (await RunAsync(server.Address, person, CancellationToken.None, "login", Phone))
            .AssertFailed(4, "cannot be read (status 200)").AssertFailed(4, $"A code may have been sent anyway: 'verifik login --base-address {server.Address}' asks for it");
        var again = await RunAsync(server.Address, person, CancellationToken.None, "login", Phone);

        Assert.Contains("is still valid, so no other is sent", again.AssertDone("Logged in as").Prompts, StringComparison.Ordinal);
        Assert.Equal(1, server.Logins);
    }
}

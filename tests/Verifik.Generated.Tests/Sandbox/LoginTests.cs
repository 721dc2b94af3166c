using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox;

/// <summary>The SDK against the sandbox, over a socket.</summary>
public sealed class LoginTests : SandboxTest
{
    [Fact]
    public void ByDefault_TheSandboxHasTheDocumentedAccounts() =>
        Assert.Equal([new PhoneAccount("+1", 1234566663), new PhoneAccount("+57", 3001234567), new EmailAccount("ana@example.com")], new VerifikSandboxOptions().Accounts);

    [Theory]
    [InlineData("+1 1234566663")]
    [InlineData("ana@example.com")]
    public async Task APersonWithTheCode_GetsATokenOfThirtyDays(string text)
    {
        var account = VerifikAccount.Parse(text);

        var token = await LoginAsync(account, new OutboxReader(Server.Outbox));

        Assert.Equal("bearer", token.Type);
        Assert.Equal(new DateTimeOffset(2024, 6, 28, 3, 41, 27, TimeSpan.Zero), token.ExpiresAt);
        Assert.Equal(account, Assert.Single(Server.Outbox.Messages).Account);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await GetAsync("/v2/co/cedula?documentType=CC&documentNumber=123456789", token.Value)).Status);
    }

    [Theory]
    [InlineData("+1 1234566663", "BadRequest", "Invalid OTP code.")]
    [InlineData("ana@example.com", "ERROR", "invalid_otp")]
    public async Task AWrongCode_IsAnApiExceptionWithTheServersError(string account, string code, string message)
    {
        var failure = await Assert.ThrowsAsync<VerifikApiException>(() =>
            LoginAsync(VerifikAccount.Parse(account), new OutboxReader(Server.Outbox, wrong: true)));

        Assert.Equal((400, code, message), ((int)failure.StatusCode, failure.Error?.Code, failure.Error?.Message));
    }

    [Theory]
    [InlineData("+57 3009999999", "Record not found.")]
    [InlineData("nobody@example.com", "invalid_email")]
    public async Task AnUnknownAccount_ThrowsAnApiException_WithoutAPrompt(string account, string message)
    {
        var failure = await Assert.ThrowsAsync<VerifikApiException>(() =>
            LoginAsync(VerifikAccount.Parse(account), new OutboxReader(Server.Outbox)));

        Assert.Equal((404, "NotFound", message), ((int)failure.StatusCode, failure.Error?.Code, failure.Error?.Message));
        Assert.Empty(Server.Outbox.Messages);
    }

    private async Task<VerifikToken> LoginAsync(VerifikAccount account, IVerifikOtpPrompt prompt)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddVerifik(options => (options.BaseAddress, options.Account) = (Server.BaseAddress, account));
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IVerifikSession>().LoginAsync(prompt);
    }

    private sealed class OutboxReader(Outbox outbox, bool wrong = false) : IVerifikOtpPrompt
    {
        public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
        {
            var code = (await outbox.ReadAsync(cancellationToken)).Code;
            return wrong ? Other(code) : code;
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox;

/// <summary>The SDK against the sandbox, over a socket.</summary>
public sealed class LoginTests : SandboxTest
{
    private static readonly PhoneAccount Account = new("+1", 1234566663);

    [Fact]
    public async Task APersonWithTheCode_GetsATokenOfThirtyDays()
    {
        var token = await LoginAsync(Account, new OutboxReader(Server.Outbox));

        Assert.Equal("bearer", token.Type);
        Assert.Equal(new DateTimeOffset(2024, 6, 28, 3, 41, 27, TimeSpan.Zero), token.ExpiresAt);
        Assert.Single(Server.Outbox.Messages);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await GetAsync("/v2/co/cedula?documentType=CC&documentNumber=1", token.Value)).Status);
    }

    [Fact]
    public async Task AWrongCode_IsAnApiExceptionWithTheServersError()
    {
        var failure = await Assert.ThrowsAsync<VerifikApiException>(() => LoginAsync(Account, new OutboxReader(Server.Outbox, wrong: true)));

        Assert.Equal(400, (int)failure.StatusCode);
        Assert.Equal("BadRequest", failure.Error?.Code);
        Assert.Equal("Invalid OTP code.", failure.Error?.Message);
    }

    [Fact]
    public async Task AnUnknownNumber_IsAnApiExceptionAndNobodyIsAsked()
    {
        var failure = await Assert.ThrowsAsync<VerifikApiException>(() =>
            LoginAsync(new PhoneAccount("+57", 3009999999), new OutboxReader(Server.Outbox)));

        Assert.Equal(404, (int)failure.StatusCode);
        Assert.Equal("NotFound", failure.Error?.Code);
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
            return wrong ? (code[0] == '0' ? '1' : '0') + code[1..] : code;
        }
    }
}

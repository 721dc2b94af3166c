using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Account;

namespace Verifik.Tests.Secrets;

/// <summary>No token, no code and no hash of a code is in any output.</summary>
[Collection(LastTests.Name)]
public sealed class SecretTests : TokenTest
{
    [Fact]
    public async Task NoSecretOfTheSuite_IsInALogAnExceptionATextATraceOrAMetric()
    {
        await LiveAsync();

        Assert.Empty(SecretSearch.Find(RecordedOutput.AllTexts, RecordedOutput.AllSecrets));

        // The recording includes the SDK's log, the log of HttpClient with headers, exceptions, traces and metrics.
        Assert.True(RecordedOutput.AllSecrets.Count >= 4, $"Only {RecordedOutput.AllSecrets.Count} secrets were used.");
        foreach (var heard in new[] { "was renewed. It is valid until", "Authorization: *", "VerifikApiException", "VerifikLoginRequiredException", "verifik.login.confirm", "verifik.token.renewals verifik.account=default outcome=renewed" })
        {
            Assert.Contains(RecordedOutput.AllTexts, text => text.Contains(heard, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("the token fake-token-0001 was sent", true)]
    [InlineData("fake-token-0001", true)]
    [InlineData("otp=123456", true)]
    [InlineData("after 1123456 ms, then 123456 ms", true)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJub3QiOiJhIHNlY3JldCJ9.not-a-signature", true)]
    [InlineData("otp: $2b$04$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYz01234", true)]
    [InlineData("the token fake-token-0002 was sent", false)]
    [InlineData("after 1123456 ms", false)]
    [InlineData("after 1234567 ms", false)]
    public void ASecret_IsFoundAsAWholeWord(string text, bool found) =>
        Assert.Equal(found, SecretSearch.Find([text], ["fake-token-0001", "123456"]).Count == 1);

    /// <summary>The life of a token, with every situation that writes output.</summary>
    private async Task LiveAsync()
    {
        var store = new WatchedStore();
        var application = Start(services => services
            .AddSingleton<IVerifikTokenStore>(store)
            .ConfigureHttpClientDefaults(defaults => defaults.RedactLoggedHeaders(_ => false)));
        var raw = await application.Services.GetRequiredService<IVerifikClient>().RequestPhoneLoginAsync(
            new PhoneLoginRequest { CountryCode = Account.CountryCode, Phone = Account.Phone });
        RecordedOutput.Secret(raw.Data!.OtpHash!);
        RecordedOutput.Secret((await Server.Outbox.ReadAsync()).Code);
        var sent = await application.Session.BeginLoginAsync();
        var otp = await application.Outbox.ReadOtpAsync(sent, CancellationToken.None);
        await Assert.ThrowsAsync<ArgumentException>(() => application.Session.CompleteLoginAsync(otp + "0"));
        var token = await application.Session.CompleteLoginAsync(otp);
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync(otp));
        Tell(raw, raw.Data, sent, token, Account, application.Session, application.Tokens, store);

        var second = application.Services.GetRequiredService<VerifikAccounts>().For(new EmailAccount("ana@example.com"));
        var secondToken = await second.LoginAsync(application.Outbox);
        await second.RenewAsync();
        await second.BeginLoginAsync();
        Tell(second, secondToken, await Assert.ThrowsAsync<VerifikApiException>(() => second.CompleteLoginAsync(otp)));

        using (var response = await application.QueryAsync())
        {
            Tell(response, response.RequestMessage!);
        }

        application.Wire.Instead = (request, _) => Echo(HttpStatusCode.ServiceUnavailable, request, $$"""{ "code": "{{token.Value}}", "message": "{{otp}}" }""");
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.RenewAsync());

        // A JSON number does not begin with a zero.
        var number = otp.StartsWith('0') ? $"\"{otp}\"" : otp;
        application.Wire.Instead = (request, _) => Echo(HttpStatusCode.OK, request, $$"""{ "accessToken": { "{{token.Value}}": {{number}} } }""");
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.RenewAsync());
        application.Wire.Instead = (request, _) => Echo(HttpStatusCode.OK, request, token.Value);
        await PassAsync(InTheWindow);
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(5));

        store.InsteadOfRead = (_, _) => Task.FromResult<byte[]?>(System.Text.Encoding.UTF8.GetBytes($$"""{"key":"{{token.Value}}","since":{{token.Value}} """));
        application.Wire.Refuse();
        await Assert.ThrowsAsync<VerifikTokenStoreException>(() => application.QueryAsync());
        store.InsteadOfRead = null;
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(10));
        Tell(await application.Session.RevokeAsync(), await second.RevokeAsync());
        await application.Session.LogoutAsync();
        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());
    }

    private static void Tell(params object[] things)
    {
        foreach (var thing in things)
        {
            RecordedOutput.Text($"{thing}");
        }
    }

    private static Task<HttpResponseMessage?> Echo(HttpStatusCode status, HttpRequestMessage request, string body) =>
        Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body) });
}

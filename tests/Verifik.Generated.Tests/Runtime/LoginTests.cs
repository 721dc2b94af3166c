using System.Net;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>A login is one message, one prompt and one token.</summary>
public sealed class LoginTests
{
    [Fact]
    public async Task ALogin_SendsTheMessage_AsksThePerson_AndConfirms()
    {
        using var verifik = MockVerifik.Documented();
        var prompt = new Prompt("000000");

        var token = await verifik.Session.LoginAsync(prompt);

        Assert.Equal(UserDocument.Token, token.Value);
        Assert.Equal("whatsapp", prompt.Sent?.Channel);
        Assert.Equal(MockVerifik.Account, prompt.Sent?.Account);
        Assert.Equal(2, verifik.Requests);
    }

    [Fact]
    public async Task AnUnreadableToken_IsReportedWithTheOperationThatReturnedIt()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "data": { "accessToken": "fake token" } }""");
        VerifikAccount[] accounts = [MockVerifik.Account, new EmailAccount("ana@example.com")];

        var errors = await Task.WhenAll(accounts.Select(account =>
            Assert.ThrowsAsync<VerifikApiException>(() => verifik.Accounts.For(account).CompleteLoginAsync("123456"))));

        Assert.Equal(["ConfirmPhoneLogin", "ConfirmEmailLogin"], errors.Select(static error => error.Operation));
        Assert.All(errors, static error => Assert.Equal(VerifikApiFailure.Unreadable, error.Failure));
    }

    [Fact]
    public async Task ALoginByEmail_IsTheSame()
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*/email-login?email=ana%40example.com").Respond("application/json", """{ "data": { "expiresAt": "2024-05-29T03:51:26.000Z" } }""");
        verifik.Wire.When("*/email-login/confirm").Respond("application/json", UserDocument.Confirmation);
        var account = new EmailAccount("ana@example.com");
        var prompt = new Prompt("000000");

        var token = await verifik.Accounts.For(account).LoginAsync(prompt);

        Assert.Equal(UserDocument.Token, token.Value);
        Assert.Equal(("email", account), (prompt.Sent?.Channel, prompt.Sent?.Account));
        Assert.Equal(new DateTimeOffset(2024, 5, 29, 3, 51, 26, TimeSpan.Zero), prompt.Sent?.ExpiresAt);
        Assert.Equal(2, verifik.Requests);
    }

    [Fact]
    public async Task ATokenThatIsNotAJwt_ExpiresThirtyDaysAfterTheResponse()
    {
        using var verifik = MockVerifik.Documented();

        var token = await verifik.Session.LoginAsync(new Prompt("000000"));

        Assert.Equal(MockVerifik.Now.AddDays(30), token.ExpiresAt);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task AMessageThatCouldNotBeSent_ShowsNoPrompt_AndIsNotRetried(HttpStatusCode status)
    {
        using var verifik = MockVerifik.Answering(status, "");
        var prompt = new Prompt("000000");

        await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Session.LoginAsync(prompt));

        Assert.Null(prompt.Sent);
        Assert.Equal(1, verifik.Requests);
    }

    [Fact]
    public async Task ARefusedCode_IsNotRetried()
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*/phone-login").Respond("application/json", UserDocument.PhoneLogin);
        verifik.Wire.When("*/confirm").Respond(HttpStatusCode.BadRequest, "application/json", """{ "code": "BadRequest", "message": "Invalid OTP code." }""");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Session.LoginAsync(new Prompt("000000")));

        Assert.Equal("Invalid OTP code.", error.Error?.Message);
        Assert.Equal(2, verifik.Requests);
    }

    [Fact]
    public async Task ACancelledPrompt_ConfirmsNothing()
    {
        using var verifik = MockVerifik.Documented();
        using var person = new CancellationTokenSource();
        await person.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => verifik.Session.LoginAsync(new Prompt("000000"), person.Token));

        Assert.InRange(verifik.Requests, 0, 1);
    }

    [Fact]
    public async Task ATokenThatIsNotAValidHeaderValue_IsRejected_AndNotInTheMessage()
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*/phone-login").Respond("application/json", UserDocument.PhoneLogin);
        verifik.Wire.When("*/confirm").Respond("application/json", """{ "data": { "accessToken": "fake\r\nX-Injected: 1" } }""");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Session.LoginAsync(new Prompt("000000")));

        Assert.Equal(VerifikApiFailure.Unreadable, error.Failure);
        Assert.DoesNotContain("fake", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class Prompt(string otp) : IVerifikOtpPrompt
    {
        public VerifikSentCode? Sent { get; private set; }

        public Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
        {
            Sent = sent;
            return Task.FromResult(otp);
        }
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Verifik.Tests.Sandbox;

public sealed class EmailLoginTests : SandboxTest
{
    private const string Email = "ana@example.com";
    private const string InvalidEmail = """{"code":"NotFound","message":"invalid_email"}""";
    private const string InvalidOtp = """{"code":"ERROR","message":"invalid_otp"}""";

    [Fact]
    public async Task ASentCode_IsAnsweredAsInTheContract()
    {
        var (status, body) = await RequestEmailAsync("ana%40example.com");

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!;
        Assert.Matches("^[A-Z0-9]{5}$", answer["id"]!.GetValue<string>());
        answer["id"] = "Y0628";
        AssertBody(
            """
            {
                "data": { "status": "sent", "email": "ana@example.com", "expiresAt": "2024-05-29T03:51:27.000Z" },
                "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" },
                "id": "Y0628"
            }
            """,
            answer.ToJsonString());
    }

    [Fact]
    public async Task TheMessage_HasTheCodeAndTheAddress()
    {
        await RequestEmailAsync(Email);

        var message = await Server.Outbox.ReadAsync();

        Assert.Matches("^[0-9]{6}$", message.Code);
        Assert.Equal(new EmailAccount(Email), message.Account);
        Assert.Equal(Clock.GetUtcNow(), message.SentAt);
    }

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("%20")]
    [InlineData("ana@example.com&email=nobody@example.com")]
    public async Task AnUnknownOrMalformedAddress_IsNotFoundAndSentNothing(string email)
    {
        var (status, body) = await RequestEmailAsync(email);

        Assert.Equal(HttpStatusCode.NotFound, status);
        AssertBody(InvalidEmail, body);
        Assert.Empty(Server.Outbox.Messages);
    }

    [Theory]
    [InlineData("/v2/projects/email-login")]
    [InlineData("/v2/projects/email-login?email=")]
    public async Task ARequestWithoutAnAddress_IsReported(string path)
    {
        var (status, body) = await PostAsync(path);

        Assert.Equal(HttpStatusCode.Conflict, status);
        AssertBody("""{"code":"MissingParameter","message":"missing email\n"}""", body);
    }

    [Fact]
    public async Task TheRightCode_IsAnsweredWithABearerToken_AndWorksOnce()
    {
        var code = await SendCodeAsync(Email);

        var (status, body) = await ConfirmAsync(Email, code);
        var again = await ConfirmAsync(Email, code);

        Assert.Equal(HttpStatusCode.OK, status);
        AssertBody($$"""{ "data": { "accessToken": "{{TokenIn(body)}}", "tokenType": "bearer" } }""", body);
        Assert.Equal(HttpStatusCode.OK, (await QueryAsync(TokenIn(body))).Status);
        AssertRefused(again);
    }

    [Fact]
    public async Task AWrongCode_IsRefusedAndTheRightOneStillWorks()
    {
        var code = await SendCodeAsync(Email);

        AssertRefused(await ConfirmAsync(Email, Other(code)));
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(Email, code)).Status);
    }

    [Fact]
    public async Task AnExpiredCode_IsRefused()
    {
        var code = await SendCodeAsync(Email);

        Clock.Advance(TimeSpan.FromMinutes(10));

        AssertRefused(await ConfirmAsync(Email, code));
    }

    [Fact]
    public async Task TheCodeOfATelephone_IsNotValidForAnAddress()
    {
        var code = await SendCodeAsync();

        AssertRefused(await ConfirmAsync(Email, code));
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(code)).Status);
    }

    [Theory]
    [InlineData("""{"email":"ana","otp":"000000"}""")]
    [InlineData("""{"email":7,"otp":"000000"}""")]
    [InlineData("""{"email":"ana@example.com","otp":123456}""")]
    public async Task AnInvalidConfirmation_IsRefused(string confirmation)
    {
        await SendCodeAsync(Email);

        AssertRefused(await PostAsync("/v2/projects/email-login/confirm", confirmation));
    }

    [Fact]
    public async Task MissingFields_AreNamedInOrder()
    {
        var (status, body) = await PostAsync("/v2/projects/email-login/confirm", "{}");

        Assert.Equal(HttpStatusCode.Conflict, status);
        AssertBody("""{"code":"MissingParameter","message":"missing email\n. missing otp\n"}""", body);
    }

    [Fact]
    public async Task ARevocation_LeavesTheTokensOfAnotherAccount()
    {
        var ofTheTelephone = await LogInAsync();
        var ofTheAddress = TokenIn((await ConfirmAsync(Email, await SendCodeAsync(Email))).Body);

        await PostAsync("/v2/auth/renew-and-revoke", "{}", ofTheAddress);

        Assert.Equal(HttpStatusCode.Unauthorized, (await QueryAsync(ofTheAddress)).Status);
        Assert.Equal(HttpStatusCode.OK, (await QueryAsync(ofTheTelephone)).Status);
    }

    private static void AssertRefused((HttpStatusCode Status, string Body) answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        AssertBody(InvalidOtp, answer.Body);
    }

    private Task<(HttpStatusCode Status, string Body)> RequestEmailAsync(string email) => PostAsync($"/v2/projects/email-login?email={email}");

    private Task<(HttpStatusCode Status, string Body)> ConfirmAsync(string email, string otp) =>
        PostAsync("/v2/projects/email-login/confirm", $$"""{"email":"{{email}}","otp":"{{otp}}"}""");

    private Task<(HttpStatusCode Status, string Body)> QueryAsync(string token) => GetAsync("/v2/co/cedula?documentType=CC&documentNumber=123456789", token);

    private async Task<string> SendCodeAsync(string email)
    {
        await RequestEmailAsync(email);
        return (await Server.Outbox.ReadAsync()).Code;
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Verifik.Tests.Sandbox;

public sealed class PhoneLoginConfirmationTests : SandboxTest
{
    private const string InvalidCode =
        """
        {
            "code": "BadRequest",
            "message": "Invalid OTP code.",
            "signature": { "dateTime": "May 29, 2024 3:41 AM", "message": "Certified by Verifik.co" }
        }
        """;

    [Fact]
    public async Task TheRightCode_IsAnsweredWithABearerToken()
    {
        var (status, body) = await ConfirmAsync(await SendCodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["data"], answer.Select(property => property.Key));
        Assert.Equal(["accessToken", "tokenType"], answer["data"]!.AsObject().Select(property => property.Key));
        Assert.Equal("bearer", answer["data"]!["tokenType"]!.GetValue<string>());
        Assert.Matches("^[^.]+\\.[^.]+\\.[^.]+$", answer["data"]!["accessToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task AWrongCode_IsRefusedAndTheRightOneStillWorks()
    {
        var code = await SendCodeAsync();

        var (status, body) = await ConfirmAsync(Other(code));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode, body);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(code)).Status);
    }

    [Fact]
    public async Task FourWrongCodes_KeepTheCorrectOneValid_AndAFifthInvalidatesIt()
    {
        var code = await SendCodeAsync();
        await GuessAsync(code, times: 4);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(code)).Status);

        code = await SendCodeAsync();
        await GuessAsync(code, times: 5);
        var (status, body) = await ConfirmAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode, body);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(await SendCodeAsync())).Status);
    }

    [Fact]
    public async Task ConcurrentWrongCodes_AreCountedOneByOne()
    {
        var code = await SendCodeAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConfirmAsync(Other(code))));

        Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(code)).Status);
    }

    [Fact]
    public async Task ACode_WorksOnce()
    {
        var code = await SendCodeAsync();
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(code)).Status);

        var (status, body) = await ConfirmAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode, body);
    }

    [Fact]
    public async Task ACodeConfirmedConcurrently_WorksOnce()
    {
        var code = await SendCodeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConfirmAsync(code)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task ACode_WorksForTenMinutes()
    {
        Clock.SetUtcNow(new DateTimeOffset(2024, 5, 29, 4, 0, 0, TimeSpan.Zero));
        var code = await SendCodeAsync();

        Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));

        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(code)).Status);
    }

    [Fact]
    public async Task AnExpiredCode_IsRefused()
    {
        var code = await SendCodeAsync();

        Clock.Advance(TimeSpan.FromMinutes(10));
        var (status, body) = await ConfirmAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode.Replace("3:41", "3:51", StringComparison.Ordinal), body);
    }

    [Fact]
    public async Task ASecondRequest_InvalidatesTheFirstCode()
    {
        var first = await SendCodeAsync();
        var second = await SendCodeAsync();
        while (second == first)
        {
            second = await SendCodeAsync();
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(second)).Status);
    }

    [Fact]
    public async Task TheCodeOfAnotherTelephone_IsRefused()
    {
        var code = await SendCodeAsync();

        var (status, body) = await PostAsync("/v2/projects/phone-login/confirm", $$"""{"countryCode":"+57","phone":3001234567,"otp":"{{code}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode, body);
    }

    [Fact]
    public async Task ACodeThatIsNotText_IsRefused()
    {
        await SendCodeAsync();

        var (status, body) = await PostAsync("/v2/projects/phone-login/confirm", """{"countryCode":"+1","phone":1234566663,"otp":123456}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertBody(InvalidCode, body);
    }

    private async Task GuessAsync(string code, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(Other(code))).Status);
        }
    }

    [Fact]
    public async Task MissingFields_AreNamedInOrder()
    {
        var (status, body) = await PostAsync("/v2/projects/phone-login/confirm", "{}");

        Assert.Equal(HttpStatusCode.Conflict, status);
        AssertBody("""{"code":"MissingParameter","message":"missing countryCode\n. missing phone\n. missing otp\n"}""", body);
    }
}

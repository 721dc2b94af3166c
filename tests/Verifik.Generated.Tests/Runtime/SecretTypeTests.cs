using System.Net;
using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>A token, or the hash of a code, is a JSON string. A value of another type is neither used nor kept.</summary>
public sealed class SecretTypeTests
{
    private static readonly VerifikToken Token = new("fake-token-0001", MockVerifik.Now + VerifikToken.Lifetime);

    public static TheoryData<string> OtherTypes => new("true", "false", "765432", "7654.32", "1e400", "[\"fake-765432\"]", "{\"fake\":765432}");

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task ATokenOfAnotherType_IsNoToken_AndTheEarlierOneIsKept(string value)
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*/confirm").Respond("application/json", """{ "data": { "accessToken": "fake-token-0001" } }""");
        verifik.Wire.When("*").Respond("application/json", $$"""{ "accessToken": {{value}}, "token": {{value}} }""");
        var session = verifik.Session;
        var token = await session.CompleteLoginAsync("000000");

        foreach (var exchange in (Func<Task>[])[() => session.RenewAsync(), () => session.RevokeAsync()])
        {
            AssertUnusable(await Assert.ThrowsAsync<VerifikApiException>(exchange));
            Assert.Same(token, await session.GetTokenAsync());
        }
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task ALoginWithATokenOfAnotherType_IsNoLogin(string value)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $$"""{ "data": { "tokenType": "bearer", "accessToken": {{value}} } }""");

        AssertUnusable(await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Session.CompleteLoginAsync("000000")));

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => verifik.Session.GetTokenAsync().AsTask());
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task ATokenOfAnotherType_IsNotKept(string value)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $$"""{ "token": {{value}}, "accessToken": "fake-token-0002", "added": 1 }""");

        var renewed = await verifik.Client.WithToken(Token).RenewAndRevokeAsync(new RenewAndRevokeRequest());

        Assert.Equal((null, "fake-token-0002"), (renewed.Token, renewed.AccessToken));
        Assert.Equal("added", Assert.Single(renewed.AdditionalProperties).Key);
        Assert.Equal("""{"accessToken":"fake-token-0002","added":1}""", JsonConvert.SerializeObject(renewed));
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public async Task AHashOfAnotherType_IsNotKept(string value)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $$"""{ "data": { "otp": {{value}}, "status": "sent" } }""");

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal((null, "sent"), (response.Data!.OtpHash, response.Data.Status));
        Assert.Empty(response.Data.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"fake-765432\"")]
    [InlineData("[{ \"otp\": 765432 }]")]
    public async Task AValueInPlaceOfAnObjectThatContainsASecret_IsNotKept(string value)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $$"""{ "data": {{value}}, "id": "Y0628" }""");

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal((null, "Y0628"), (response.Data, response.Id));
        Assert.Empty(response.AdditionalProperties);
    }

    [Fact]
    public async Task AScalarThatIsNoSecret_IsStillConvertedToText()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "data": { "status": true, "phone": 1234566663 } }""");

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal(("true", "1234566663"), (response.Data!.Status, response.Data.Phone));
    }

    private static void AssertUnusable(VerifikApiException exception)
    {
        Assert.True(exception.Failure is VerifikApiFailure.Unreadable or VerifikApiFailure.MissingProperty);
        Assert.Null(exception.Details);
        Assert.DoesNotContain("7654", exception.ToString(), StringComparison.Ordinal);
    }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Runtime;

/// <summary>The documented successes, read field by field.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task TheDocumentedPhoneLogin_IsReadFieldByField()
    {
        using var verifik = MockVerifik.Documented();

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal("Y0628", response.Id);
        Assert.Equal("May 29, 2024 3:41 AM", response.Signature?.DateTime);
        Assert.Equal("Certified by Verifik.co", response.Signature?.Message);
        var validation = Assert.IsType<PhoneValidation>(response.Data);
        Assert.Equal("613375a1eab2fe08527f81e2", validation.Client);
        Assert.Equal("6266193db77ccc8111730c90", validation.Project);
        Assert.Equal("658ed28b0990f300134d7b78", validation.ProjectFlow);
        Assert.Equal("sent", validation.Status);
        Assert.Equal("+1", validation.CountryCode);
        Assert.Equal("1234566663", validation.Phone);
        Assert.Equal("whatsapp", validation.PhoneGateway);
        Assert.Equal(UserDocument.OtpHash, validation.OtpHash);
        Assert.Equal(new DateTimeOffset(2024, 5, 29, 3, 51, 26, TimeSpan.Zero), validation.ExpiresAt);
        Assert.Equal("Verifik Client", validation.PhoneData?.Title);
        Assert.Equal("login", validation.Type);
        Assert.Equal("https://verifik.co", validation.RedirectUrl);
        Assert.False(validation.Requires2FA);
        Assert.Equal("es", validation.Language);
        Assert.Equal("6656a3e6eb43abfd7146abb6", validation.Id);
        Assert.Equal(new DateTimeOffset(2024, 5, 29, 3, 41, 27, 9, TimeSpan.Zero), validation.UpdatedAt);
        Assert.Equal(new DateTimeOffset(2024, 5, 29, 3, 41, 27, 9, TimeSpan.Zero), validation.CreatedAt);
        Assert.Equal(0, validation.Version);
        Assert.True(validation.New);
        Assert.NotNull(validation.ProviderConfirmation);
    }

    [Fact]
    public async Task TheDocumentedConfirmation_IsReadFieldByField()
    {
        using var verifik = MockVerifik.Documented();

        var response = await verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation());

        Assert.Equal(UserDocument.Token, response.Data.Value);
        Assert.Equal("bearer", response.Data.Type);
    }

    [Fact]
    public async Task TheDocumentedPayloads_HaveNoAdditionalProperties_AndRoundTrip()
    {
        using var verifik = MockVerifik.Documented();

        var sent = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
        var confirmed = await verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation());

        Assert.Empty(sent.AdditionalProperties);
        Assert.Empty(sent.Data!.AdditionalProperties);
        Assert.Empty(sent.Data.PhoneData!.AdditionalProperties);
        Assert.Empty(sent.Data.ProviderConfirmation!.AdditionalProperties);
        Assert.Empty(sent.Signature!.AdditionalProperties);
        Assert.Empty(confirmed.AdditionalProperties);
        Assert.Empty(confirmed.Data.AdditionalProperties);
        Assert.Equal(JToken.Parse(UserDocument.PhoneLogin), JToken.Parse(JsonConvert.SerializeObject(sent)), JToken.EqualityComparer);
        Assert.Equal(JToken.Parse(UserDocument.Confirmation), JToken.Parse(JsonConvert.SerializeObject(confirmed)), JToken.EqualityComparer);
    }

    [Fact]
    public async Task AnUnknownProperty_IsKeptUnchanged()
    {
        using var verifik = MockVerifik.Answering(System.Net.HttpStatusCode.OK, """
            { "data": { "status": "queued-by-carrier", "unlistedTime": "2024-05-29T03:41:27.009Z", "unlistedObject": { "name": "x" } }, "unlistedNull": null }
            """);

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal("queued-by-carrier", response.Data?.Status);
        Assert.Equal(new JValue("2024-05-29T03:41:27.009Z"), response.Data?.AdditionalProperties["unlistedTime"]);
        Assert.Equal("x", response.Data?.AdditionalProperties["unlistedObject"]["name"]);
        Assert.Equal(JTokenType.Null, response.AdditionalProperties["unlistedNull"].Type);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "data": null, "signature": null, "id": null }""")]
    [InlineData("""{ "data": "", "signature": "" }""")]
    [InlineData("""{ "data": { "__v": "", "new": "", "expiresAt": "" } }""")]
    [InlineData("""{ "data": { "phone": null, "__v": null, "new": null, "expiresAt": null, "phoneData": null } }""")]
    public async Task APropertyThatTheDocumentsOnlyShowInAnExample_MayBeMissingOrNull(string body)
    {
        using var verifik = MockVerifik.Answering(System.Net.HttpStatusCode.OK, body);

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Null(response.Id);
        Assert.Null(response.Data?.ExpiresAt);
        Assert.Null(response.Data?.Version);
    }

    [Theory]
    [InlineData(System.Net.HttpStatusCode.Created)]
    [InlineData(System.Net.HttpStatusCode.Accepted)]
    public async Task AnotherStatusOfSuccess_IsASuccess(System.Net.HttpStatusCode status)
    {
        using var verifik = MockVerifik.Answering(status, UserDocument.Confirmation);

        Assert.Equal(UserDocument.Token, (await verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())).Data.Value);
    }

    [Fact]
    public async Task AByteOrderMark_IsNotPartOfTheBody()
    {
        using var verifik = MockVerifik.Answering(System.Net.HttpStatusCode.OK, "\uFEFF" + UserDocument.Confirmation);

        Assert.Equal("bearer", (await verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation())).Data.Type);
    }
}

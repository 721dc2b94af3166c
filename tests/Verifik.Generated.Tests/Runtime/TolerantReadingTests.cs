using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>A response was paid for: a member that does not match the contract does not make the rest unreadable.</summary>
public sealed class TolerantReadingTests
{
    [Theory]
    [InlineData("signature", "\"text\"")]
    [InlineData("signature", "[1]")]
    [InlineData("id", "{\"name\":\"x\"}")]
    [InlineData("signature", "12")]
    public async Task AMismatch_IsKeptUnchanged(string property, string value)
    {
        var response = await ReadAsync($$"""{ "{{property}}": {{value}} }""");

        Assert.Equal(JToken.Parse(value), Assert.Single(response.AdditionalProperties).Value, JToken.EqualityComparer);
    }

    [Theory]
    [InlineData("__v", "\"many\"")]
    [InlineData("__v", "99999999999999999999")]
    [InlineData("__v", "1.5")]
    [InlineData("__v", "\"344.730,50\"")]
    [InlineData("__v", "{}")]
    [InlineData("expiresAt", "\"tomorrow\"")]
    [InlineData("expiresAt", "\"10/05/2022\"")]
    [InlineData("expiresAt", "\"2024-05-29\"")]
    [InlineData("expiresAt", "\"2024-05-29T03:41:27\"")]
    [InlineData("expiresAt", "\"2024-02-30T03:41:27Z\"")]
    [InlineData("expiresAt", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("expiresAt", "\"/Date(99999999999999999)/\"")]
    [InlineData("expiresAt", "20240529")]
    [InlineData("new", "1")]
    [InlineData("phoneData", "[]")]
    public async Task ANestedMismatch_DoesNotAffectOtherValues(string property, string value)
    {
        var response = await ReadAsync($$"""{ "data": { "status": "sent", "{{property}}": {{value}}, "language": "es" }, "id": "Y0628" }""");

        Assert.Equal(("sent", "es", "Y0628"), (response.Data?.Status, response.Data?.Language, response.Id));
        var kept = Assert.Single(response.Data!.AdditionalProperties);
        Assert.Equal((property, value), (kept.Key, kept.Value.ToString(Formatting.None)));
    }

    [Theory]
    [InlineData("0.0", 0)]
    [InlineData("7.0", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("-7", -7)]
    public async Task AnInteger_IsReadInEveryNotation(string value, int expected)
    {
        var response = await ReadAsync($$"""{ "data": { "__v": {{value}} } }""");

        Assert.Equal(expected, response.Data?.Version);
        Assert.Empty(response.Data!.AdditionalProperties);
    }

    [Theory]
    [InlineData("2024-05-29T03:41:27.009Z", "2024-05-29T03:41:27.0090000+00:00")]
    [InlineData("2024-05-29t03:41:27z", "2024-05-29T03:41:27.0000000+00:00")]
    [InlineData("2024-05-29T03:41:27.123456789-05:00", "2024-05-29T03:41:27.1234567-05:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public async Task ATime_IsThatOfRfc3339(string value, string expected)
    {
        var response = await ReadAsync($$"""{ "data": { "expiresAt": "{{value}}" } }""");

        Assert.Equal(expected, response.Data?.ExpiresAt?.ToString("O"));
    }

    [Fact]
    public async Task AToken_IsRead_EvenIfAnotherMemberIsInvalid()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "data": { "accessToken": "x", "tokenType": {} } }""");

        var confirmed = await verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation());

        Assert.Equal(("x", null), (confirmed.Data.Value, confirmed.Data.Type));
        Assert.Equal("tokenType", Assert.Single(confirmed.Data.AdditionalProperties).Key);
    }

    [Theory]
    [InlineData("""{ "code": "BadRequest", "message": { "es": "x" }, "signature": [] }""")]
    [InlineData("""{ "message": ["/Date(99999999999999999)/"], "code": "BadRequest", "error": "/Date(99999999999999999)/" }""")]
    public async Task AnErrorWithAnInvalidMember_KeepsItsCode(string body)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.BadRequest, body);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal("BadRequest", error.Error?.Code);
    }

    [Fact]
    public async Task ARequiredPropertyThatDoesNotMatch_IsNamed()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, """{ "data": [] }""");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));

        Assert.Equal(VerifikApiFailure.Unreadable, error.Failure);
        Assert.Equal("ConfirmPhoneLogin failed with status 200: 'data' of the response does not match the contract. The server is https://api.verifik.co/.", error.Message);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 29 May 2024 04:00:00 GMT", 60)]
    [InlineData("Wed, 29 May 2024 03:00:00 GMT", 0)]
    public async Task RetryAfter_IsRead(string header, int seconds)
    {
        using var verifik = new MockVerifik();
        verifik.Time.SetUtcNow(new DateTimeOffset(2024, 5, 29, 3, 59, 0, TimeSpan.Zero));
        verifik.Wire.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", header);
            return response;
        });

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    private static async Task<PhoneLoginResponse> ReadAsync(string body)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, body);
        return await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
    }
}

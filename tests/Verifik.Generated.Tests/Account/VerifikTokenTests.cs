using System.Text;

namespace Verifik.Tests.Account;

/// <summary>A token has an expiry, and does not show its value.</summary>
public sealed class VerifikTokenTests
{
    private static readonly DateTimeOffset Received = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> WithoutAReadableEnd() => new(
        "fake",
        "fake.fake",
        "fake.fake.fake",
        "fake.!!!.fake",
        Jwt("[]"),
        Jwt("null"),
        Jwt("{}"),
        Jwt("""{ "exp": null }"""),
        Jwt("""{ "exp": "1767225600" }"""),
        Jwt("""{ "exp": 0 }"""),
        Jwt("""{ "exp": -1 }"""),
        Jwt("""{ "exp": -9223372036854775808 }"""),
        Jwt("""{ "exp": 9223372036854775807 }"""),
        Jwt("""{ "exp": 253402300800 }"""),
        Jwt("""{ "exp": 253402300799.5 }"""),
        Jwt("""{ "exp": 1e-300 }"""),
        Jwt("""{ "exp": 1e999 }"""),
        Jwt("""{ "exp": 1e300 }"""),
        Jwt("""{ "exp": 99999999999999999999999999 }"""),
        Jwt("""{ "exp": 1767225600"""));

    [Theory]
    [InlineData("""{ "exp": 1767312000 }""")]
    [InlineData("""{ "sub": "fake", "exp": 1767312000.9, "iat": 1 }""")]
    [InlineData("""{ "nested": { "exp": 1 }, "exp": 1767312000 }""")]
    public void TheExpiryOfAJwt_IsItsExp(string claims) =>
        Assert.Equal(Received.AddDays(1), Issued(Jwt(claims)).ExpiresAt);

    [Theory]
    [MemberData(nameof(WithoutAReadableEnd))]
    public void ATokenWithoutAnExpiry_ExpiresThirtyDaysAfterItsResponse(string value) =>
        Assert.Equal(Received + VerifikToken.Lifetime, Issued(value).ExpiresAt);

    [Theory]
    [InlineData("fake-token-of-no-great-length", "bearer …ngth, expires 2026-01-31T00:00:00Z")]
    [InlineData("fake-token-of-24-letters", "bearer …ters, expires 2026-01-31T00:00:00Z")]
    [InlineData("fake-token-not-as-long!", "bearer …, expires 2026-01-31T00:00:00Z")]
    public void ToString_IsTheExpiry_AndTheLastCharactersOfALongToken(string value, string expected) =>
        Assert.Equal(expected, Issued(value).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("fake token")]
    [InlineData("fake\r\nX-Injected: 1")]
    [InlineData("fáke")]
    public void AnInvalidHeaderValue_IsNoToken_AndIsNotInTheMessage(string value)
    {
        var error = Assert.Throws<FormatException>(() => new VerifikToken(value, Received));

        Assert.True(value.Length == 0 || !error.Message.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void AToken_HasAnyVisibleAsciiCharacters() => Assert.Equal("!fake-token~", new VerifikToken("!fake-token~", Received).Value);

    [Fact]
    public void TheType_IsBearerByDefault_AndShownIfItIsAWordOfAtMost20Letters()
    {
        Assert.Equal("bearer", new VerifikToken("fake", Received).Type);
        Assert.StartsWith("abcdefghijklmnopqrst …", new VerifikToken("fake", Received, "abcdefghijklmnopqrst").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bea\u001b[31mrer")]
    [InlineData("bearer\r\nX-Injected: 1")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void ToString_OmitsATypeThatIsNotAWord(string type) =>
        Assert.Equal("token …, expires 2026-01-01T00:00:00Z", new VerifikToken("fake-token", Received, type).ToString());

    [Fact]
    public void Serialization_OmitsTheToken_InEverySerializer()
    {
        var token = new VerifikToken("fake-token-that-must-not-be-written", Received);
        var written = new[]
        {
            Newtonsoft.Json.JsonConvert.SerializeObject(token),
            System.Text.Json.JsonSerializer.Serialize(token),
            string.Join(' ', typeof(VerifikToken).GetProperties().Select(property => property.GetValue(token))),
        };

        Assert.All(written, text => Assert.DoesNotContain("fake-token", text, StringComparison.Ordinal));
        Assert.Equal("fake-token-that-must-not-be-written", token.Reveal());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    public void AResponseAtTheMaximumDate_IsNoError(int daysBefore) =>
        Assert.Equal(DateTimeOffset.MaxValue, new AccessToken { Value = "fake" }.ToToken(DateTimeOffset.MaxValue.AddDays(-daysBefore)).ExpiresAt);

    [Theory]
    [InlineData(14)]
    [InlineData(-14)]
    public void AResponseAtTheMaximumDate_IsNoErrorInAnyTimeZone(int offset)
    {
        var received = (DateTimeOffset.MaxValue - VerifikToken.Lifetime).AddHours(-14).ToOffset(TimeSpan.FromHours(offset));

        Assert.Equal(DateTimeOffset.MaxValue.AddHours(-14), new AccessToken { Value = "fake" }.ToToken(received).ExpiresAt);
    }

    [Fact]
    public void TheMaximumDate_IsAValidExpiry() =>
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), Issued(Jwt("""{ "exp": 253402300799 }""")).ExpiresAt);

    [Fact]
    public void TheExpiry_IsInUtc() =>
        Assert.Equal(TimeSpan.Zero, new VerifikToken("fake", Received.ToOffset(TimeSpan.FromHours(-5))).ExpiresAt.Offset);

    private static VerifikToken Issued(string value) => new AccessToken { Value = value, Type = "bearer" }.ToToken(Received);

    private static string Jwt(string claims) =>
        $"fake.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.fake";
}

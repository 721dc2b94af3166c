using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Verifik.Internal.Stores;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>Responses, errors and stored entries are strict RFC 8259 JSON.</summary>
public sealed class StrictJsonTests
{
    private const string Canary = "canary-that-must-not-be-printed";

    public static TheoryData<string> InvalidJson => new(
        "{ \"code\": \"x\" } text",
        "{ \"code\": \"x\" } { }",
        "{ \"code\": \"x\" } }",
        "{ \"code\": \"x\" }\0",
        "{ \"code\": 'x' }",
        "{ 'code': \"x\" }",
        "{ code: \"x\" }",
        "{ /* comment */ \"code\": \"x\" }",
        "{ \"code\": \"x\" } // comment",
        "{ \"code\": 0x1F }",
        "{ \"code\": 017 }",
        "{ \"code\": -01 }",
        "{ \"code\": +1 }",
        "{ \"code\": .5 }",
        "{ \"code\": 1. }",
        "{ \"code\": 1.e5 }",
        "{ \"code\": 1e }",
        "{ \"code\": 1e+ }",
        "{ \"code\": - }",
        "{ \"code\": 1 2 }",
        "{ \"code\": NaN }",
        "{ \"code\": Infinity }",
        "{ \"code\": -Infinity }",
        "{ \"code\": undefined }",
        "{ \"code\": True }",
        "{ \"code\": nul }",
        "{ \"code\": nulls }",
        "{ \"code\": new Date(1) }",
        "{ \"code\": \"x\", }",
        "{ , \"code\": \"x\" }",
        "{ \"code\": \"x\" \"id\": 1 }",
        "{ \"code\" \"x\" }",
        "{ \"code\": }",
        "{ \"code\": [1,] }",
        "{ \"code\": [,1] }",
        "{ \"code\": [1,,2] }",
        "{ \"code\": [1 2] }",
        "{ \"code\": [1} ]",
        "{ \"code\": \"a\nb\" }",
        "{ \"code\": \"a\tb\" }",
        "{ \"code\": \"a\u0001b\" }",
        "{ \"code\": \"\\x\" }",
        "{ \"code\": \"\\'\" }",
        "{ \"code\": \"\\u12G4\" }",
        "{ \"code\": \"\\u12\" }",
        "{ \"code\": \"x\\",
        "{ \"code\": \"x\\\" }",
        "{ \"code\": \"x",
        "{ \"code\": \"x\"",
        "{ \"code\":",
        "{ \"code",
        "{",
        "{ \"code\":\u00a0\"x\" }",
        "{ \"code\":\v\"x\" }",
        "{ \"code\": " + new string('[', 65) + new string(']', 65) + " }");

    [Theory]
    [MemberData(nameof(InvalidJson))]
    public async Task AResponseThatIsNotJson_IsUnreadable(string body)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, body);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal(VerifikApiFailure.Unreadable, error.Failure);
    }

    [Theory]
    [MemberData(nameof(InvalidJson))]
    public async Task AnErrorThatIsNotJson_HasOnlyItsStatus(string body)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.BadRequest, body);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal((HttpStatusCode.BadRequest, VerifikApiFailure.Refused), (error.StatusCode, error.Failure));
        Assert.Null(error.Error);
    }

    [Theory]
    [InlineData("ENTRY text")]
    [InlineData("/* ENTRY */ ENTRY")]
    [InlineData("ENTRY,")]
    public void AStoredEntryThatIsNotJson_IsDamaged(string text)
    {
        var entry = Encoding.UTF8.GetString(new TokenEntry("key", default, DateTimeOffset.UnixEpoch, new VerifikToken("fake", DateTimeOffset.UnixEpoch)).Write());

        Assert.NotNull(TokenEntry.Read(Encoding.UTF8.GetBytes(entry)));
        Assert.Null(TokenEntry.Read(Encoding.UTF8.GetBytes(text.Replace("ENTRY", entry, StringComparison.Ordinal))));
        Assert.Null(TokenEntry.Read(Encoding.UTF8.GetBytes(entry.Replace('"', '\''))));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e1\\u00C1\\ud83d\\ude00\"")]
    [InlineData("\" \u007f \u00e1 \u4e2d \ud83d\ude00 \"")]
    [InlineData("[0, -0, 1, -1, 10, 123456789012345678, 1234567890123456789, 9223372036854775807, -9223372036854775808]")]
    [InlineData("[9223372036854775808, -9223372036854775809, 123456789012345678901234567890]")]
    [InlineData("[0.5, -0.5, 1e5, 1E5, 1e+5, 1e-5, 1.25e-10, 123456789.123456789, 0e0]")]
    [InlineData("[true, false, null, {}, [], [[]], {\"a\": {\"b\": []}}, \"x\"]")]
    [InlineData(" \r\n\t{ \"\" : 1 , \"a\\u0062\" : 2 , \"a name of more than sixty-four characters, which is not cached\" : 3 } ")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void ValidJson_IsReadAsByNewtonsoft(string text)
    {
        using var newtonsoft = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };

        var read = JsonText.ReadValue(new ArraySegment<byte>(Encoding.UTF8.GetBytes(text)), static reader => reader.ReadAdditional());

        Assert.Equal(JToken.ReadFrom(newtonsoft), read, JToken.EqualityComparer);
    }

    [Theory]
    [InlineData("\\ud83d", "\ufffd")]
    [InlineData("\\ude00\\ud83d", "\ufffd\ufffd")]
    [InlineData("\\ud83dx", "\ufffdx")]
    public void AnUnpairedSurrogate_IsReplaced(string escaped, string expected) => Assert.Equal(
        expected, JsonText.ReadValue(new ArraySegment<byte>(Encoding.UTF8.GetBytes($"\"{escaped}\"")), static reader => reader.ReadText()));

    [Fact]
    public async Task AnError_HasThePosition_ButNotTheText()
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $"{{\n \"data\": {{ \"accessToken\": '{Canary}' }} }}");

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));

        Assert.Equal("ConfirmPhoneLogin failed with status 200: the response is not JSON that matches the contract, at line 2, position 27. The server is https://api.verifik.co/.", error.Message);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }
}

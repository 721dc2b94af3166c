using System.IO.Compression;
using System.Net;
using System.Text;
using RichardSzalay.MockHttp;

namespace Verifik.Tests.Runtime;

/// <summary>Every response that is not a valid success is one exception, without secrets.</summary>
public sealed class FailureTests
{
    private const string Canary = "canary-token-that-must-not-be-printed";

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "BadRequest", "Invalid phone number format.")]
    [InlineData(HttpStatusCode.Conflict, "MissingParameter", "missing countryCode\\n. missing phone\\n. missing type\\n")]
    [InlineData(HttpStatusCode.Unauthorized, "Unauthorized", "Invalid or expired token.")]
    [InlineData(HttpStatusCode.NotFound, "NotFound", "invalid_email")]
    public async Task ADocumentedError_IsReadWithItsCodeAndItsMessage(HttpStatusCode status, string code, string message)
    {
        var body = $$"""{ "code": "{{code}}", "message": "{{message}}", "signature": { "dateTime": "August 31, 2022 3:24 PM", "message": "Certified by Verifik.co" } }""";

        var error = await Failure(status, body);

        Assert.Equal((status, VerifikApiFailure.Refused, "RequestPhoneLogin"), (error.StatusCode, error.Failure, error.Operation));
        Assert.Equal(code, error.Error?.Code);
        Assert.Equal(message.Replace("\\n", "\n", StringComparison.Ordinal), error.Error?.Message);
        Assert.Equal("August 31, 2022 3:24 PM", error.Error?.Signature?.DateTime);
        Assert.Equal($"RequestPhoneLogin failed with status {(int)status}: {code}. The server is https://api.verifik.co/.", error.Message);
    }

    [Theory]
    [InlineData("""{ "error": "Something went wrong." }""", "application/json")]
    [InlineData("<html><body>502 Bad Gateway</body></html>", "text/html")]
    [InlineData("", "text/plain")]
    [InlineData("[1, 2", "application/json")]
    [InlineData("\"text\"", "application/json")]
    public async Task AnUnknownErrorBody_KeepsTheStatus(string body, string mediaType)
    {
        var error = await Failure(HttpStatusCode.BadGateway, body, mediaType);

        Assert.Equal((HttpStatusCode.BadGateway, VerifikApiFailure.Refused), (error.StatusCode, error.Failure));
        Assert.Null(error.Error?.Code);
    }

    [Fact]
    public async Task AnErrorWithoutACode_KeepsItsText() =>
        Assert.Equal("Something went wrong.", (await Failure(HttpStatusCode.BadGateway, """{ "error": "Something went wrong." }""")).Error?.Error);

    [Theory]
    [InlineData("", VerifikApiFailure.Empty)]
    [InlineData("null", VerifikApiFailure.Empty)]
    [InlineData("<html>", VerifikApiFailure.Unreadable)]
    [InlineData("[]", VerifikApiFailure.Unreadable)]
    [InlineData("""{ "data": { "status": "se""", VerifikApiFailure.Unreadable)]
    public async Task ASuccessThatCannotBeRead_ThrowsOneException(string body, VerifikApiFailure expected)
    {
        var error = await Failure(HttpStatusCode.OK, body);

        Assert.Equal((HttpStatusCode.OK, expected), (error.StatusCode, error.Failure));
    }

    [Theory]
    [InlineData("{}", "data")]
    [InlineData("""{ "data": null }""", "data")]
    [InlineData("""{ "data": {} }""", "accessToken")]
    [InlineData("""{ "data": { "accessToken": null } }""", "accessToken")]
    public async Task AConfirmationWithoutItsToken_NamesTheMissingProperty(string body, string property)
    {
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, body);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));

        Assert.Equal(VerifikApiFailure.MissingProperty, error.Failure);
        Assert.Contains($"'{property}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{ "data": { "accessToken": { "value": "CANARY" } } }""")]
    [InlineData(HttpStatusCode.OK, """{ "data": { "accessToken": "CANARY """)]
    [InlineData(HttpStatusCode.OK, """{ "data": "CANARY" }""")]
    [InlineData(HttpStatusCode.OK, """{ "CANARY": { "CANARY": CANARY } }""")]
    [InlineData(HttpStatusCode.BadRequest, """{ "code": "CANARY", "message": "CANARY", "error": "CANARY" }""")]
    [InlineData(HttpStatusCode.BadGateway, "CANARY")]
    public async Task ABody_IsNeitherInTheMessageNorInToString(HttpStatusCode status, string body)
    {
        using var verifik = MockVerifik.Answering(status, body.Replace("CANARY", Canary, StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("MissingParameter", true)]
    [InlineData("AaaaaaaaaBbbbbbbbbCcccccccccDddddddddEee", true)]
    [InlineData("AaaaaaaaaBbbbbbbbbCcccccccccDddddddddEeee", false)]
    [InlineData("two words", false)]
    [InlineData("", false)]
    public async Task AnErrorCode_IsInTheMessage_IfItIsAWordOfAtMost40Letters(string code, bool isShown)
    {
        var error = await Failure(HttpStatusCode.Conflict, $$"""{ "code": "{{code}}" }""");

        Assert.StartsWith($"RequestPhoneLogin failed with status 409: {(isShown ? code : "no known error code")}. ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABodyOverTheLimit_IsNotReadToItsEnd(bool declared)
    {
        using var verifik = new MockVerifik();
        using var body = new EndlessStream();
        var content = new StreamContent(body);
        content.Headers.ContentLength = declared ? long.MaxValue : null;
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, content);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal(VerifikApiFailure.TooLarge, error.Failure);
        Assert.InRange(body.Given, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public async Task APersonWithImages_FitsIntoTheDefault()
    {
        var image = Convert.ToBase64String(new byte[1_500_000]);
        using var verifik = MockVerifik.Answering(HttpStatusCode.OK, $$"""{ "data": { "status": "sent", "faceImage": "{{image}}", "documentImage": "{{image}}" } }""");

        var response = await verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());

        Assert.Equal(image, response.Data?.AdditionalProperties["faceImage"]);
    }

    [Theory]
    [InlineData(5000, true)]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public async Task AResponse_IsReadUpToTheLimit(int length, bool fits)
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*").Respond("application/json", "{}".PadRight(length));
        var client = new VerifikClient(verifik.Http, maxResponseBytes: 100_000);

        var error = await Record.ExceptionAsync(() => client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal(fits ? null : VerifikApiFailure.TooLarge, (error as VerifikApiException)?.Failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task ABodyThatCannotBeDecompressed_IsUnreadable(string encoding)
    {
        using var verifik = new MockVerifik();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(UserDocument.Confirmation));
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(encoding == "gzip"
            ? new GZipStream(body, CompressionMode.Decompress)
            : new BrotliStream(body, CompressionMode.Decompress)));

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.ConfirmPhoneLoginAsync(MockVerifik.Confirmation()));

        Assert.Equal((HttpStatusCode.OK, VerifikApiFailure.Unreadable), (error.StatusCode, error.Failure));
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task ABodyWhoseConnectionCloses_IsCutShort()
    {
        using var verifik = new MockVerifik();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(new BrokenStream()));

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));

        Assert.Equal(VerifikApiFailure.CutShort, error.Failure);
    }

    [Fact]
    public async Task ABodyThatStalls_TimesOut()
    {
        var error = await TimeOutAsync<SilentStream>();

        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task AReadThatFailsWhenOrAfterItTimesOut_LeavesNoTaskUnobserved()
    {
        using var unobserved = new UnobservedExceptions();

        await TimeOutAsync<AbortedStream>();
        await TimeOutAsync<SilentStream>();

        Assert.DoesNotContain(await unobserved.CollectAsync(), static exception => exception.InnerException?.Message == SilentStream.AbortMessage);
    }

    [Fact]
    public async Task ACancelledCall_StopsWaitingForTheBody()
    {
        using var verifik = new MockVerifik();
        using var body = new SilentStream();
        using var caller = new CancellationTokenSource();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(body));

        var call = verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin(), caller.Token);
        await body.Asked;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    /// <summary>Advances the clock past the timeout once the body is read, and then fails the read.</summary>
    private static async Task<TaskCanceledException> TimeOutAsync<TBody>()
        where TBody : SilentStream, new()
    {
        using var verifik = new MockVerifik();
        verifik.Http.Timeout = TimeSpan.FromSeconds(10);
        using var body = new TBody();
        verifik.Wire.When("*").Respond(HttpStatusCode.OK, new StreamContent(body));

        var call = verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin());
        await body.Asked;
        await verifik.Time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        body.Abort();
        return error;
    }

    private static async Task<VerifikApiException> Failure(HttpStatusCode status, string body, string mediaType = "application/json")
    {
        using var verifik = MockVerifik.Answering(status, body, mediaType);
        return await Assert.ThrowsAsync<VerifikApiException>(() => verifik.Client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()));
    }
}

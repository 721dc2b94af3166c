using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CsCheck;
using Verifik.Tests.Runtime;
using Xunit.Abstractions;

namespace Verifik.Tests.Fuzz;

/// <summary>Any response to a login, a renewal or a revocation is read correctly, or throws a <see cref="VerifikApiException"/>.</summary>
public sealed class AnswerFuzzTests(ITestOutputHelper output)
{
    private const string Token = "fake.answer.token-0123456789";
    private const int Megabyte = 1024 * 1024;

    private static readonly string Renewed = $$"""{"accessToken":"{{Token}}","tokenType":"bearer","x":[1,{"y":null}]}""";
    private static readonly string Revoked = $$"""{"token":"{{Token}}"}""";
    private static readonly string Confirmed = $$"""{"data":{"accessToken":"{{Token}}","tokenType":"bearer"},"signature":{"dateTime":"May 29, 2024 3:41 AM","message":"Certified"},"id":"7Z"}""";
    private static readonly string Failed = """{"code":"MissingParameter","message":"missing phone\n","signature":{"dateTime":"","message":""}}""";

    private static readonly Gen<(HttpStatusCode Status, int Operation, byte[] Body)> Answers = Gen.Select(
        Gen.Frequency((9, Gen.Const(HttpStatusCode.OK)), (1, Gen.Int[201, 599].Where(status => status is not 204 and not 205 and not 304).Select(status => (HttpStatusCode)status))),
        Gen.Int[0, Operations.Length - 1],
        Gen.Frequency(
            (8, Mutated.Of(UserDocument.PhoneLogin, UserDocument.Confirmation, Confirmed, Renewed, Revoked, Failed)),
            (1, Mutated.Noise()),
            (1, RandomDocument.Odd(typeof(ConfirmPhoneLoginResponse)).Select(System.Text.Encoding.UTF8.GetBytes))));

    private static Func<VerifikClient, Task<object>>[] Operations =>
    [
        async client => await client.RequestPhoneLoginAsync(MockVerifik.PhoneLogin()),
        async client => await client.RequestEmailLoginAsync("ana@example.com"),
        async client => await client.ConfirmAsync(MockVerifik.Account, "000000", CancellationToken.None),
        async client => await client.ConfirmAsync(new EmailAccount("ana@example.com"), "000000", CancellationToken.None),
        async client => await client.RenewAsync(new VerifikToken("fake", MockVerifik.Now), CancellationToken.None),
        async client => await client.RevokeAsync(new VerifikToken("fake", MockVerifik.Now), CancellationToken.None),
    ];

    [Fact]
    public void AResponse_IsReadOrRejected()
    {
        var outcomes = Answers.Run(
            answer => OutcomeOf(answer.Status, answer.Operation, answer.Body),
            answer => $"{(int)answer.Status} to operation {answer.Operation}: {Mutated.Print(answer.Body)}",
            output);

        // The test is meaningful only if each outcome occurs.
        Assert.All(["read", nameof(VerifikApiFailure.Refused), nameof(VerifikApiFailure.Unreadable), nameof(VerifikApiFailure.MissingProperty)], outcome => Assert.True(outcomes.GetValueOrDefault(outcome) > 10, outcome));
    }

    // Found by fuzzing: after the last newline, the reader counts a line that the text does not have.
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void ABodyThatEndsAfterANewline_IsRejected(string newline) =>
        Assert.NotEqual("read", OutcomeOf(HttpStatusCode.OK, 1, System.Text.Encoding.UTF8.GetBytes($"{{\n    \"data\": {{\n        \"accessToken\":{newline}")));

    private static string OutcomeOf(HttpStatusCode status, int operation, byte[] body)
    {
        using var http = new HttpClient(new OneAnswer(status, body)) { BaseAddress = new Uri("https://api.verifik.co") };
        var client = new VerifikClient(http);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var read = Operations[operation](client).GetAwaiter().GetResult();

            Assert.NotNull(read);
            if (read is VerifikToken token && TokenIn(body) is { } expected)
            {
                Assert.Equal(expected, token.Reveal());
            }

            return "read";
        }
        catch (VerifikApiException exception)
        {
            Assert.True(exception.StatusCode == status || (status > HttpStatusCode.OK && (int)status < 300), "wrong status code");
            Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
            return exception.Failure.ToString();
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte + (200 * body.Length));
        }
    }

    // The token according to System.Text.Json, if it is unambiguous.
    private static string? TokenIn(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var holder = root.EnumerateObject().Count(property => property.Name == "data") == 1 ? root.GetProperty("data") : root;
            var tokens = holder.EnumerateObject().Where(property => property.Name.ToUpperInvariant() is "ACCESSTOKEN" or "TOKEN").ToList();
            return tokens is [{ Value.ValueKind: JsonValueKind.String }] ? tokens[0].Value.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed class OneAnswer(HttpStatusCode status, byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            });
    }
}

using System.IO.Compression;
using System.Net;
using System.Text;

namespace Verifik.Tests.Account;

/// <summary>A 403 refuses the token only if its body says <c>token_expired</c>. Its response is returned as the server sent it.</summary>
public sealed class ForbiddenTests : TokenTest
{
    private const string Expired = """{"message":"token_expired","code":"FORBIDDEN"}""";
    private const int LongestBody = 1024;

    [Fact]
    public async Task A403ThatSaysTokenExpired_IsARefusalOfTheToken()
    {
        var (other, replacement) = await ForbiddenUntilReplacedAsync(new StringContent(Expired));

        using var response = await GetAsync(other);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"Bearer {replacement.Value}", other.Wire.Sent.Last().Authorization);
    }

    [Theory]
    [InlineData(LongestBody, false, HttpStatusCode.OK)]
    [InlineData(LongestBody, true, HttpStatusCode.OK)]
    [InlineData(LongestBody + 1, false, HttpStatusCode.Forbidden)]
    [InlineData(LongestBody + 1, true, HttpStatusCode.Forbidden)]
    public async Task A403_IsARefusalOfTheToken_IfItsBodyHasAtMost1024Bytes(int length, bool isStreamed, HttpStatusCode expected)
    {
        var body = Expired.PadRight(length);
        var (other, _) = await ForbiddenUntilReplacedAsync(Content(body, isStreamed));

        using var response = await GetAsync(other);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"message":"not_in_your_plan","code":"FORBIDDEN"}""")]
    [InlineData("""{"message":{"token_expired":1}}""")]
    [InlineData("<html>token_expired</html>")]
    [InlineData("")]
    public async Task AnyOther403_IsReturned_WithItsWholeBody(string body)
    {
        var (other, _) = await ForbiddenUntilReplacedAsync(new StringContent(body));

        using var response = await GetAsync(other);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(1, other.Wire.Count("/v2/anything"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALong403_IsReturnedCompletely(bool isStreamed)
    {
        var body = string.Concat(Enumerable.Repeat("0123456789", 50_000));
        var (application, _) = await ForbiddenUntilReplacedAsync(Content(body, isStreamed));

        using var response = await GetAsync(application);
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);

        Assert.Equal(body, await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public async Task AStreamed403_IsForwardOnly_AndItsLengthIsKnownIfAllOfItWasRead(int length)
    {
        var (application, _) = await ForbiddenUntilReplacedAsync(Content(new string('0', length), isStreamed: true));

        using var response = await GetAsync(application);

        Assert.Equal(length <= LongestBody ? length : null, response.Content.Headers.ContentLength);
        await using var stream = await response.Content.ReadAsStreamAsync();
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AReturned403_ReleasesItsConnection_WhenItOrItsStreamIsDisposed(bool isStream)
    {
        await using var body = Compressed(new string('0', 5000));
        var (application, _) = await ForbiddenUntilReplacedAsync(new StreamContent(new GZipStream(body, CompressionMode.Decompress)));
        using var response = await GetAsync(application);
        Assert.True(body.CanRead);

        if (isStream)
        {
            await (await response.Content.ReadAsStreamAsync()).DisposeAsync();
        }
        else
        {
            response.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => response.Content.ReadAsStreamAsync());
        }

        Assert.False(body.CanRead);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task A403ThatStalls_IsCancelledWithItsCall()
    {
        var (application, _) = await ForbiddenUntilReplacedAsync(new StreamContent(new StallingStream(new byte[5000])));
        using var caller = new CancellationTokenSource();

        var call = application.Http.GetAsync("v2/anything", caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A403WhoseBodyCannotBeDecompressed_KeepsItsStatus()
    {
        var (application, _) = await ForbiddenUntilReplacedAsync(new StreamContent(new GZipStream(new MemoryStream([1, 2, 3]), CompressionMode.Decompress)));

        using var response = await GetAsync(application);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(Application application) =>
        application.Http.GetAsync("v2/anything", HttpCompletionOption.ResponseHeadersRead);

    // A streamed body is forward-only and of unknown length, like that of a compressed response.
    private static HttpContent Content(string body, bool isStreamed) =>
        isStreamed ? new StreamContent(new GZipStream(Compressed(body), CompressionMode.Decompress)) : new StringContent(body);

    private static MemoryStream Compressed(string body)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>Starts a process whose token another process has replaced, with a path that accepts only the new token.</summary>
    private async Task<(Application Process, VerifikToken Replacement)> ForbiddenUntilReplacedAsync(HttpContent body)
    {
        var (other, replacement) = await RevokedElsewhereAsync();
        other.Wire.Instead = (request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath != "/v2/anything" ? null
            : request.Headers.Authorization!.Parameter == replacement.Value ? new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request }
            : new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request, Content = body });
        return (other, replacement);
    }
}

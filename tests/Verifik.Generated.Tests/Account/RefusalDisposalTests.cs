using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>A response that rejects the token occupies its connection until it is disposed: by the handler, unless it is returned to the caller.</summary>
public sealed class RefusalDisposalTests : TokenTest
{
    private const string Renewal = "/v2/auth/session";

    [Fact]
    public async Task ARejectedResponseWhoseRequestIsSentAgain_IsDisposed()
    {
        var (application, refusal) = await StartRefusingAsync(static (request, count) => request.RequestUri!.AbsolutePath != Renewal && count == 1);

        using var response = await application.QueryAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(refusal.IsDisposed);
    }

    [Fact]
    public async Task ARejectedResponseThatThrows_IsDisposed()
    {
        var (application, refusal) = await StartRefusingAsync(static (_, _) => true);

        await Assert.ThrowsAsync<VerifikLoginRequiredException>(() => application.QueryAsync());

        Assert.True(refusal.IsDisposed);
    }

    [Fact]
    public async Task ARejectedResponseThatIsReturned_IsNotDisposed()
    {
        var (application, refusal) = await StartRefusingAsync(static (request, _) => request.RequestUri!.AbsolutePath != Renewal);
        using var content = new StreamContent(new MemoryStream([1, 2, 3]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/anything") { Content = content };

        using var response = await application.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(refusal.IsDisposed);
    }

    // The handlers of .NET Framework may not cancel a read of the body.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARejectionWhoseBodyIgnoresCancellation_EndsWithTheCall_AndIsDisposed(bool isQuery)
    {
        var application = Start();
        await application.LoginAsync();
        using var body = new SilentStream();
        RejectWith(application, body);
        using var caller = new CancellationTokenSource();
        Task call = isQuery
            ? application.Http.GetAsync(new Uri("v2/anything", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, caller.Token)
            : application.Services.GetRequiredService<IVerifikClient>().RenewAndRevokeAsync(new RenewAndRevokeRequest(), caller.Token);
        await body.Asked;

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task ARejectionWhoseReadFailsAfterTheCallWasCancelled_LeavesNoTaskUnobserved()
    {
        using var unobserved = new UnobservedExceptions();

        await CancelWhileReadingAsync();

        Assert.DoesNotContain(await unobserved.CollectAsync(), static exception => exception.InnerException?.Message == SilentStream.AbortMessage);
    }

    // Nothing refers to the body afterwards, so that the garbage collection finds its exception unobserved.
    private async Task CancelWhileReadingAsync()
    {
        var application = Start();
        await application.LoginAsync();
        using var body = new SilentStream();
        RejectWith(application, body);
        using var caller = new CancellationTokenSource();
        var call = application.QueryAsync(caller.Token);
        await body.Asked;

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        body.Abort();
        application.Wire.Instead = null;
    }

    private static void RejectWith(Application application, Stream body) => application.Wire.Instead = (request, _) =>
        Task.FromResult<HttpResponseMessage?>(new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request, Content = new StreamContent(body) });

    /// <summary>Starts an application whose server rejects the selected requests, the first one with a tracked body.</summary>
    private async Task<(Application Application, TrackedContent Refusal)> StartRefusingAsync(Func<HttpRequestMessage, int, bool> refuses)
    {
        var application = Start();
        await application.LoginAsync();
        var (refusal, count) = (new TrackedContent(), 0);
        application.Wire.Instead = (request, _) => Task.FromResult(refuses(request, ++count)
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request, Content = count == 1 ? refusal : new ByteArrayContent([]) }
            : null);
        return (application, refusal);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Account;

namespace Verifik.Tests.Faults;

/// <summary>A POST is sent once, whatever a handler of the application does with it, and the caller gets its outcome.</summary>
public sealed class RepeatingHandlerTests : TokenTest
{
    private const string Login = "/v2/projects/phone-login";

    private delegate Task<HttpResponseMessage> Send(CancellationToken cancellationToken = default);

    [Fact]
    public async Task ARepetitionAfterASuccess_IsRejectedWithTheReason()
    {
        var application = StartWith(SendTwiceAsync);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => application.Session.BeginLoginAsync());

        Assert.Contains("repeat a request that has succeeded", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task AConcurrentRepetition_WaitsUntilItIsCancelled_IfTheFirstAttemptSucceeds()
    {
        var application = StartWith(static async send =>
        {
            using var repetition = new CancellationTokenSource();
            var (first, second) = (send(), send(repetition.Token));
            var response = await first;
            await repetition.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(TimeSpan.FromSeconds(30)));
            return response;
        });

        await application.Session.BeginLoginAsync();

        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task AConcurrentRepetition_CanBeCancelledWhileTheFirstAttemptIsInProgress()
    {
        var held = new HeldRequest(Login);
        var application = StartWith(async send =>
        {
            using var repetition = new CancellationTokenSource();
            var (first, second) = (send(), send(repetition.Token));
            await held.BeginsAsync();
            await repetition.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(TimeSpan.FromSeconds(30)));
            held.End();
            return await first;
        });
        application.Wire.BeforeAnswer = held.HoldAsync;

        await application.Session.BeginLoginAsync();

        Assert.Equal(1, application.Wire.Logins);
    }

    [Fact]
    public async Task ARejectedCode_IsSentOnce()
    {
        var application = StartWith(SendTwiceAsync);
        application.Wire.Fail(Login + "/confirm", HttpStatusCode.Unauthorized);

        var error = await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("123456"));

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.Equal(1, application.Wire.Count(Login + "/confirm"));
    }

    [Fact]
    public async Task AHandler_GetsAnExceptionThatSaysNotToRetry_AndTheCallerGetsTheOriginalOne()
    {
        Exception? seen = null;
        var application = StartWith(async send =>
        {
            try
            {
                return await send();
            }
            catch (Exception exception)
            {
                seen = exception;
                throw;
            }
        });
        application.Wire.BeforeAnswer = LoseConnectionAsync;

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => application.Session.BeginLoginAsync());

        Assert.Contains("must not be retried", seen!.Message, StringComparison.Ordinal);
        Assert.Same(error, seen.InnerException);
        Assert.Contains(nameof(LoseConnectionAsync), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "NET")]
    public async Task ASynchronousSendByAHandler_ThrowsWithTheReason()
    {
        var application = Start(services => services.AddHttpClient(nameof(VerifikClient)).AddHttpMessageHandler(static () => new Synchronous()));

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => application.Session.BeginLoginAsync());

        Assert.Contains("Call SendAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(application.Wire.Sent);
    }

    private static async Task<HttpResponseMessage> SendTwiceAsync(Send send)
    {
        (await send()).Dispose();
        return await send().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Task LoseConnectionAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new HttpRequestException("The connection was reset.");

    private Application StartWith(Func<Send, Task<HttpResponseMessage>> handle) => Start(services =>
        services.AddHttpClient(nameof(VerifikClient)).AddHttpMessageHandler(() => new Handler(handle)));

    /// <summary>A handler of the application, which sends a request as often as it likes.</summary>
    private sealed class Handler(Func<Send, Task<HttpResponseMessage>> handle) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            handle(ownCancellation => SendAsync(request, cancellationToken, ownCancellation));

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken caller, CancellationToken own)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, own);
            return await base.SendAsync(request, either.Token);
        }
    }

    private sealed class Synchronous : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}

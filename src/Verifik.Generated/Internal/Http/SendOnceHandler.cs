namespace Verifik.Internal.Http;

/// <summary>The innermost handler of the SDK's own client. It sends a marked request once.</summary>
internal sealed class SendOnceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendOnce.Of(request) switch
        {
            null => base.SendAsync(request, cancellationToken),
            var once when once.TryBegin() => SendAsync(once, request, cancellationToken),
            var once => RefuseAsync(once, cancellationToken),
        };

#if NET
    /// <summary>Not supported: the SDK's own client is asynchronous.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Verifik's HttpClient supports asynchronous calls only. Nothing was sent. Call SendAsync.");

#endif
    private async Task<HttpResponseMessage> SendAsync(SendOnce once, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        bool isRefusal;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            isRefusal = request.Headers.Authorization is not null && await TokenRefusal.IsOneAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            throw once.Fail(response: null, exception);
        }

        if (response.IsSuccessStatusCode)
        {
            once.Succeed();
        }
        else if (isRefusal)
        {
            once.Reset();
            (request.Content as RequestContent)?.AllowResend();
        }
        else
        {
            throw once.Fail(response, error: null);
        }

        return response;
    }

    // A concurrent second attempt waits for the first. If the first succeeds, only the first returns the response.
    private static async Task<HttpResponseMessage> RefuseAsync(SendOnce once, CancellationToken cancellationToken)
    {
        if (once.Answered is { IsCompleted: true, Result: true })
        {
            throw new InvalidOperationException("A handler tried to repeat a request that has succeeded and must not be repeated. Nothing was sent.");
        }

        var cancelled = Task.Delay(Timeout.Infinite, cancellationToken);
        if (await Task.WhenAny(once.Answered, cancelled).ConfigureAwait(false) == cancelled || await once.Answered.ConfigureAwait(false))
        {
            await cancelled.ConfigureAwait(false);
        }

        throw once.Failure!;
    }
}

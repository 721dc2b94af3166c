namespace Verifik.Internal.Http;

/// <summary>
/// The outermost handler of the SDK's own client. A POST sends a message to a person or revokes tokens: whatever handlers
/// the application has put between this one and <see cref="SendOnceHandler"/>, it is sent once.
/// </summary>
internal sealed class SendOnceGate : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && SendOnce.Of(request) is null)
        {
            new SendOnce().Mark(request);
        }

        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (SendOnceException outcome)
        {
            return outcome.Unwrap(cancellationToken);
        }
    }
#if NET
    /// <summary>Not supported: the SDK's own client is asynchronous.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The SDK's own HttpClient is asynchronous only. Nothing was sent. Call SendAsync.");
#endif
}

namespace Verifik.Internal.Http;

/// <summary>
/// The outermost handler of the SDK's own client. A POST sends a message to a person or revokes tokens, so it is sent
/// once, whatever handlers the application adds between this one and <see cref="SendOnceHandler"/>.
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
        throw new NotSupportedException("Verifik's HttpClient supports asynchronous calls only. Nothing was sent. Call SendAsync.");
#endif
}

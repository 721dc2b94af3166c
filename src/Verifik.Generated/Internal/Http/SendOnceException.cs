using System.Runtime.ExceptionServices;

namespace Verifik.Internal.Http;

/// <summary>
/// Passes the outcome of a request that must not be repeated through the handlers that would retry it: they handle
/// error statuses and lost connections, and rethrow any other exception.
/// </summary>
internal sealed class SendOnceException(HttpResponseMessage? response, Exception? error)
    : Exception("This request must not be retried. Its outcome is passed through the retry handlers as this exception.", error)
{
    /// <summary>Returns or throws the original outcome.</summary>
    public HttpResponseMessage Unwrap(CancellationToken cancellationToken)
    {
        if (response is not null)
        {
            return response;
        }

        if (InnerException is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException(
                "A handler cancelled the request before a response was received. It was sent once and is not retried.", new TimeoutException());
        }

        ExceptionDispatchInfo.Capture(InnerException!).Throw();
        throw InnerException!;
    }
}

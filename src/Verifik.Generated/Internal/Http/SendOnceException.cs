using System.Runtime.ExceptionServices;

namespace Verifik.Internal.Http;

/// <summary>
/// Carries the outcome of a request that must not be repeated past the handlers that would repeat it: they know what to
/// do about a status and about a connection that is lost, and leave any other exception alone.
/// </summary>
internal sealed class SendOnceException(HttpResponseMessage? response, Exception? error)
    : Exception("This request is sent once. What became of it goes past the handlers that would send it again.", error)
{
    /// <summary>The outcome, as if nothing had carried it.</summary>
    public HttpResponseMessage Unwrap(CancellationToken cancellationToken)
    {
        if (response is not null)
        {
            return response;
        }

        if (InnerException is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException(
                "A handler gave the request up before the server answered. It was sent once, and is not sent again.", new TimeoutException());
        }

        ExceptionDispatchInfo.Capture(InnerException!).Throw();
        throw InnerException!;
    }
}

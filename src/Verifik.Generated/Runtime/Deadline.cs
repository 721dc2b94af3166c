namespace Verifik.Runtime;

/// <summary>
/// The deadline of one exchange with a server, from the request to the last byte of the response. The timeout of
/// <see cref="HttpClient"/> ends with the headers, so a server that sends the body slowly would never reach it.
/// </summary>
internal readonly struct Deadline(TimeSpan timeout, TimeProvider time)
{
    private readonly TimeSpan _timeout = timeout;
    private readonly TimeProvider _time = time;
    private readonly long _start = time.GetTimestamp();

    /// <summary>The remaining time: zero after the deadline, and infinite without a deadline.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (_timeout == Timeout.InfiniteTimeSpan)
            {
                return _timeout;
            }

            var remaining = _timeout - _time.GetElapsedTime(_start);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>Sends a request, and waits for the headers of its response.</summary>
    /// <exception cref="TaskCanceledException">The headers did not arrive in time, or the call was cancelled.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        // HttpClient already has a timer for this, and a descriptive message.
        if (_time == TimeProvider.System)
        {
            return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

#endif
        return SendByOwnTimeAsync(http, request, cancellationToken);
    }

    /// <summary>Waits for a read of the body.</summary>
    /// <exception cref="TimeoutException">The read did not complete before the deadline.</exception>
    public Task<int> WaitAsync(Task<int> reading, CancellationToken cancellationToken) => reading.WaitAsync(Remaining, _time, cancellationToken);

    /// <summary>Creates the exception for an exceeded deadline.</summary>
    public TaskCanceledException IsOver(TimeoutException exception) =>
        new($"The whole response did not arrive within {_timeout.TotalSeconds:0.###} seconds.", exception);

    private async Task<HttpResponseMessage> SendByOwnTimeAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
#if NET
        using var timer = new CancellationTokenSource(_timeout, _time);
#else
        using var timer = _time.CreateCancellationTokenSource(_timeout);
#endif
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception) when (Remaining == TimeSpan.Zero && exception.InnerException is not TimeoutException)
        {
            throw IsOver(new TimeoutException(exception.Message, exception));
        }
    }
}

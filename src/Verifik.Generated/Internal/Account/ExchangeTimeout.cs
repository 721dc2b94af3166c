namespace Verifik.Internal.Account;

/// <summary>The timeout of one exchange with the server, linked to the shutdown of the application and to the caller's cancellation.</summary>
internal sealed class ExchangeTimeout : IDisposable
{
    // Longer than HttpClient's default timeout; it also applies to a client with an infinite timeout.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public ExchangeTimeout(TimeProvider time, CancellationToken stopping, CancellationToken caller)
    {
#if NET
        _timeout = new CancellationTokenSource(Timeout, time);
#else
        _timeout = time.CreateCancellationTokenSource(Timeout);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, stopping, caller);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _timeout.Dispose();
    }
}

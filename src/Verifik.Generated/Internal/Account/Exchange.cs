namespace Verifik.Internal.Account;

/// <summary>The time that one exchange with the server may take: bounded, and cut off where the application stops or a caller that may cancel it does.</summary>
internal sealed class Exchange : IDisposable
{
    // Longer than HttpClient's own timeout; a client without one is held to it too.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public Exchange(TimeProvider time, CancellationToken stopping, CancellationToken caller)
    {
#if NET
        _timeout = new CancellationTokenSource(Timeout, time);
#else
        _timeout = time.CreateCancellationTokenSource(Timeout);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, stopping, caller);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether it took longer than it may.</summary>
    public bool IsTimedOut => _timeout.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _timeout.Dispose();
    }
}

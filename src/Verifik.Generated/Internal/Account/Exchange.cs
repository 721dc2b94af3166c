namespace Verifik.Internal.Account;

/// <summary>The time that one exchange with the server may take: bounded, and ended when the application stops waiting for it.</summary>
internal sealed class Exchange : IDisposable
{
    // Longer than HttpClient's own timeout; a client without one is held to it too.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public Exchange(TimeProvider time, CancellationToken stopping)
    {
#if NET
        _timeout = new CancellationTokenSource(Timeout, time);
#else
        _timeout = time.CreateCancellationTokenSource(Timeout);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, stopping);
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

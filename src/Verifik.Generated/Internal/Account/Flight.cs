namespace Verifik.Internal.Account;

/// <summary>
/// One run of some work at a time, however many wait for it. Each waiter can give up for itself: the work goes on, and
/// so do the others.
/// </summary>
internal sealed class Flight<T>(TimeProvider time, Func<Task<T>> work)
{
    private readonly object _gate = new();
    private Task<T>? _current;

    public Task<T> JoinAsync(CancellationToken cancellationToken) =>
        Current().WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);

    private Task<T> Current()
    {
        lock (_gate)
        {
            return _current = _current is null or { IsCompleted: true } ? Detached.Run(work) : _current;
        }
    }
}

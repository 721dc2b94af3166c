namespace Verifik.Internal.Account;

/// <summary>
/// Runs work that continues after its caller has cancelled: on the thread pool, without the caller's execution context.
/// Tests that need a deterministic order run it inline.
/// </summary>
internal sealed class Background(Action<Action> start)
{
    public static readonly Background ThreadPool = new(static work =>
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(static state => ((Action)state!)(), work));

    public void Start(Action work) => start(work);

    /// <summary>Runs a call that may block on another thread. Completes when the call has returned its task.</summary>
    public Task<Task<T>> CallAsync<T>(Func<Task<T>> call)
    {
        var returned = new TaskCompletionSource<Task<T>>();
        Start(() =>
        {
            try
            {
                returned.SetResult(call());
            }
            catch (Exception exception)
            {
                returned.SetException(exception);
            }
        });
        return returned.Task;
    }

    /// <summary>
    /// Waits for shared work with a cancellation of the waiter's own, and with a continuation that does not run on the
    /// thread that completed the work.
    /// </summary>
    public async Task<T> WaitAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted)
        {
            var ended = new TaskCompletionSource<object?>();

            // With several awaiters, the continuations would otherwise run one after another on the completing thread.
            _ = work.ContinueWith(
                _ => Start(() => ended.TrySetResult(null)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            using (cancellationToken.Register(() => ended.TrySetResult(null)))
            {
                await ended.Task.ConfigureAwait(false);
            }

            if (!work.IsCompleted)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return await work.ConfigureAwait(false);
    }
}

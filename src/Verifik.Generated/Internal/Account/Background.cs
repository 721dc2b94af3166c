namespace Verifik.Internal.Account;

/// <summary>
/// Where work runs that outlives its caller: on the thread pool, with nothing of the caller's context. A test that wants
/// one order runs it in place.
/// </summary>
internal sealed class Background(Action<Action> start)
{
    public static readonly Background ThreadPool = new(static work =>
        System.Threading.ThreadPool.UnsafeQueueUserWorkItem(static state => ((Action)state!)(), work));

    public void Start(Action work) => start(work);

    /// <summary>Calls what may hold the thread, on another one. Ends when the call has returned its task.</summary>
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
    /// One waiter's view of work that many may wait for: its own cancellation, and a continuation that does not run on the
    /// thread that ended the work.
    /// </summary>
    public async Task<T> WaitAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted)
        {
            var ended = new TaskCompletionSource<bool>();

            // An awaiter's continuation leaves the thread where it is one of several.
            _ = work.ContinueWith(
                _ => Start(() => ended.TrySetResult(true)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            using (cancellationToken.Register(() => ended.TrySetResult(false)))
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

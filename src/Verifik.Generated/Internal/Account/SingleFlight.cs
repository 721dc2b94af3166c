namespace Verifik.Internal.Account;

/// <summary>Runs one operation at a time and shares its result with all concurrent callers. Each caller can cancel its own wait.</summary>
internal sealed class SingleFlight<T>(Background background)
{
    private readonly object _gate = new();
    private Task<T>? _current;

    /// <summary>Whether the operation is in progress.</summary>
    public bool IsUnderWay => Volatile.Read(ref _current) is { IsCompleted: false };

    /// <summary>The operation in progress; a completed task if there is none.</summary>
    public Task Current => Volatile.Read(ref _current) ?? Task.CompletedTask;

    /// <summary>Joins the operation in progress, or starts one.</summary>
    public Task<T> JoinAsync(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        TaskCompletionSource<T>? started = null;
        Task<T> current;
        lock (_gate)
        {
            if (_current is null or { IsCompleted: true })
            {
                started = new TaskCompletionSource<T>();
                Volatile.Write(ref _current, started.Task);
            }

            current = _current!;
        }

        if (started is not null)
        {
            background.Start(() => _ = RunAsync(work, started));
        }

        return background.WaitAsync(current, cancellationToken);
    }

    private static async Task RunAsync(Func<Task<T>> work, TaskCompletionSource<T> ended)
    {
        try
        {
            ended.SetResult(await work().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            ended.SetException(exception);

            // Marks the exception as observed, in case all waiters have cancelled.
            _ = ended.Task.Exception;
        }
    }
}

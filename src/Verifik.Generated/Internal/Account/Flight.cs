namespace Verifik.Internal.Account;

/// <summary>Single flight: one run of some work at a time, however many wait for it. Each waiter can cancel for itself.</summary>
internal sealed class Flight<T>(Background background)
{
    private readonly object _gate = new();
    private Task<T>? _current;

    /// <summary>Whether the work is under way.</summary>
    public bool IsUnderWay => Volatile.Read(ref _current) is { IsCompleted: false };

    /// <summary>The work that is under way; none is a completed task.</summary>
    public Task Current => Volatile.Read(ref _current) ?? Task.CompletedTask;

    /// <summary>Joins the run that is under way, or starts one.</summary>
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

            // Whoever waited may have left: then nobody else looks at it.
            _ = ended.Task.Exception;
        }
    }
}

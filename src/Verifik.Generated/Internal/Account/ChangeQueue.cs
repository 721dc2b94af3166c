namespace Verifik.Internal.Account;

/// <summary>
/// A queue that runs the changes of one account one after another. A change that has begun completes, even if its
/// caller stops waiting.
/// </summary>
internal sealed class ChangeQueue(Background background)
{
    private readonly object _gate = new();
    private Queue<Action>? _waiting;
    private bool _isRunning;

    /// <summary>Whether a change is in progress.</summary>
    public bool IsRunning => Volatile.Read(ref _isRunning);

    /// <summary>Runs a change after the changes before it.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled. A change that had not begun is skipped.</exception>
    public Task<T> RunAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource<T>();
        Enqueue(() => _ = RunAsync(change, ended, cancellationToken));
        return background.WaitAsync(ended.Task, cancellationToken);
    }

    private async Task RunAsync<T>(Func<Task<T>> change, TaskCompletionSource<T> ended, CancellationToken cancellationToken)
    {
        Action end;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await change().ConfigureAwait(false);
            end = () => ended.SetResult(result);
        }
        catch (Exception exception)
        {
            end = () =>
            {
                ended.SetException(exception);

                // Marks the exception as observed, in case the waiter has cancelled.
                _ = ended.Task.Exception;
            };
        }

        Next();
        end();
    }

    private void Enqueue(Action change)
    {
        lock (_gate)
        {
            if (_isRunning)
            {
                (_waiting ??= new Queue<Action>()).Enqueue(change);
                return;
            }

            _isRunning = true;
        }

        background.Start(change);
    }

    private void Next()
    {
        Action? next = null;
        lock (_gate)
        {
            if (_waiting is { Count: > 0 })
            {
                next = _waiting.Dequeue();
            }
            else
            {
                (_waiting, _isRunning) = (null, false);
            }
        }

        if (next is not null)
        {
            background.Start(next);
        }
    }
}

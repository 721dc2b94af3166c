namespace Verifik.Internal.Account;

/// <summary>Runs the changes of one account one after another. A change that has begun goes on, whoever stops waiting for it.</summary>
internal sealed class ChangeQueue(Background background)
{
    private readonly object _gate = new();
    private Queue<Action>? _waiting;
    private bool _isRunning;

    /// <summary>Whether a change is under way.</summary>
    public bool IsRunning => Volatile.Read(ref _isRunning);

    /// <summary>Runs a change when those before it have ended.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled. A change that had not begun is left out.</exception>
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

                // Whoever waited may have left: then nobody else looks at it.
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

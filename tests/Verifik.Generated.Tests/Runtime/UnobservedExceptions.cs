using System.Collections.Concurrent;

namespace Verifik.Tests.Runtime;

/// <summary>The exceptions of tasks that nobody has awaited, in the whole process, until it is disposed.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<AggregateException> _exceptions = new();

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Add;

    /// <summary>Returns those since the last call, of the tasks that are no longer referenced.</summary>
    public async Task<IReadOnlyList<AggregateException>> CollectAsync()
    {
        // On another stack than that of the call that has just ended, which still refers to its task.
        await Task.Yield();
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var found = _exceptions.ToList();
        _exceptions.Clear();
        return found;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    private void Add(object? sender, UnobservedTaskExceptionEventArgs unobserved) => _exceptions.Enqueue(unobserved.Exception);
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Verifik.Tests.Fuzz;

/// <summary>Fails a run when an input takes too long, even if it never ends.</summary>
/// <param name="timeout">The maximum time for one input.</param>
/// <param name="print">Formats an input.</param>
internal sealed class Watchdog<T>(TimeSpan timeout, Func<T, string> print) : IDisposable
{
    private readonly ConcurrentDictionary<int, (T Input, long Started)> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Runs the inputs on another thread, which is abandoned when one takes too long.</summary>
    /// <exception cref="TimeoutException">An input took too long. The message contains it.</exception>
    public void Run(Action inputs) => Task.WhenAny(
        Task.Factory.StartNew(inputs, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
        FindLateAsync()).Unwrap().GetAwaiter().GetResult();

    /// <summary>Runs one input.</summary>
    public TResult Watch<TResult>(T input, Func<T, TResult> run)
    {
        var thread = Environment.CurrentManagedThreadId;
        _running[thread] = (input, Stopwatch.GetTimestamp());
        try
        {
            return run(input);
        }
        finally
        {
            _running.TryRemove(thread, out _);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task FindLateAsync()
    {
        using var timer = new PeriodicTimer(timeout / 10);
        while (await timer.WaitForNextTickAsync(_stopping.Token))
        {
            foreach (var (input, started) in _running.Values)
            {
                if (Stopwatch.GetElapsedTime(started) > timeout)
                {
                    throw new TimeoutException($"An input did not end in {timeout.TotalSeconds} s:\n{print(input)}");
                }
            }
        }
    }
}

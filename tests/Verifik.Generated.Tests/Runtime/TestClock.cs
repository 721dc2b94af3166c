using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Verifik.Tests.Runtime;

/// <summary>A fake clock that also reports which timers are waiting.</summary>
internal sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2024, 5, 29, 3, 41, 27, TimeSpan.Zero))
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Timers(dueTime).Release();
        return timer;
    }

    /// <summary>
    /// Waits until a timer with this due time was created, each time for another one. A test that advances the clock only once
    /// must wait for the timer first: one that is created later never fires.
    /// </summary>
    public async Task TimerAsync(TimeSpan dueTime) => Assert.True(await Timers(dueTime).WaitAsync(TimeSpan.FromSeconds(30)), $"Nothing waits for {dueTime}.");

    /// <summary>Whether a timer with this due time was created and not yet counted.</summary>
    public bool HasWaiter(TimeSpan dueTime) => Timers(dueTime).Wait(0);

    private SemaphoreSlim Timers(TimeSpan dueTime) => _timers.GetOrAdd(dueTime, _ => new SemaphoreSlim(0));
}

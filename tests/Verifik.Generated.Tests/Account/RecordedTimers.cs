using Microsoft.Extensions.Time.Testing;

namespace Verifik.Tests.Account;

/// <summary>A fake clock with one timer, which records what is done with it and never fires.</summary>
internal sealed class RecordedTimers : FakeTimeProvider
{
    /// <summary>The due times for which the timer was set after its creation.</summary>
    public List<TimeSpan> Changes { get; } = [];

    /// <summary>Whether the timer was created without the execution context of its creator.</summary>
    public bool IsFlowSuppressed { get; private set; }

    /// <summary>Whether the timer was disposed.</summary>
    public bool IsDisposed { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        IsFlowSuppressed = ExecutionContext.IsFlowSuppressed();
        return new Timer(this);
    }

    private sealed class Timer(RecordedTimers owner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Changes.Add(dueTime);
            return true;
        }

        public void Dispose() => owner.IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

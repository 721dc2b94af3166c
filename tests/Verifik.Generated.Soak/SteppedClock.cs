namespace Verifik.Soak;

/// <summary>The system's clock, set wrong. Timers and elapsed time go on as they were, as when a machine's clock is set.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _offset;

    /// <summary>How far it is ahead of the system's clock.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _offset));
        set => Volatile.Write(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}

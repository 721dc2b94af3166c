namespace Verifik.Soak;

/// <summary>A system clock that can be set to a wrong time. Timers and elapsed time are not affected, as when a machine's clock is set.</summary>
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

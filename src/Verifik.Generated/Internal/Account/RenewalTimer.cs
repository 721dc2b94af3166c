namespace Verifik.Internal.Account;

/// <summary>Wakes a renewal at its time, so that a token does not end while nobody asks for it.</summary>
internal sealed class RenewalTimer : IDisposable
{
    // A longer sleep could be more than a timer can count.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan Doze = TimeSpan.FromMinutes(1);

    private readonly TokenMemory _memory;
    private readonly TokenRenewal _renewal;
    private readonly ITimer _timer;

    public RenewalTimer(TokenMemory memory, TokenRenewal renewal, TimeProvider time)
    {
        _memory = memory;
        _renewal = renewal;
        _timer = Detached.Start(() =>
            time.CreateTimer(static self => ((RenewalTimer)self!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        memory.Changed += Set;
    }

    public void Dispose()
    {
        _memory.Changed -= Set;
        _timer.Dispose();
    }

    private void Set() => Sleep(TimeSpan.Zero);

    private void Wake()
    {
        if (!_renewal.BeginIfDue())
        {
            Sleep(Doze);
        }
    }

    private void Sleep(TimeSpan atLeast)
    {
        var (state, now) = (_memory.State, _memory.Now);
        if (state.Token is null || now >= state.Token.ExpiresAt)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var sleep = state.RenewAt - now;
        _timer.Change(sleep < atLeast ? atLeast : sleep > LongestSleep ? LongestSleep : sleep, Timeout.InfiniteTimeSpan);
    }
}

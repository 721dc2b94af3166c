namespace Verifik.Internal.Account;

/// <summary>One timer for all accounts of an application. It fires when something is due, at most once a second.</summary>
internal sealed class AccountTimer : IDisposable
{
    /// <summary>The minimum time between two rounds.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    // Limits the effect of a system clock that is set back, and stays within the maximum interval of a timer.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private AccountRegistry[] _registries = [];
    private long _armedFor = long.MaxValue;
    private bool _isDisposed;

    public AccountTimer(TimeProvider time)
    {
        _time = time;
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static self => ((AccountTimer)self!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Add(AccountRegistry registry)
    {
        lock (_gate)
        {
            _registries = [.. _registries, registry];
        }
    }

    /// <summary>Schedules a round.</summary>
    public void WakeIn(TimeSpan wait)
    {
        wait = RenewalSchedule.Shorter(Longest, RenewalSchedule.Longer(Shortest, wait));
        lock (_gate)
        {
            var moment = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
            if (!_isDisposed && moment < _armedFor)
            {
                _armedFor = moment;
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void Tick()
    {
        AccountRegistry[] registries;
        lock (_gate)
        {
            registries = _registries;
            _armedFor = long.MaxValue;
        }

        foreach (var registry in registries)
        {
            WakeIn(registry.Tick());
        }
    }
}

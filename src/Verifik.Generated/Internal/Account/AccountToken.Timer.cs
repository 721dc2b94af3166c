namespace Verifik.Internal.Account;

// What happens without a caller: looks into the store, renewals, the end.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DisposalTimeout = TimeSpan.FromSeconds(10);

    private long _lookAt;
    private long _idleAt;
    private long _retryAt;
    private volatile bool _isStopped;
    private Task? _disposal;

    /// <summary>Begins what is due.</summary>
    /// <returns>How long until something is due again.</returns>
    public TimeSpan Tick()
    {
        var (state, now, timestamp) = (_state, _context.Now, _context.Time.GetTimestamp());
        if (_isStopped || state.Entry is null)
        {
            return TimeSpan.MaxValue;
        }

        if (_isUsed || _renewing.IsUnderWay || Account == _context.Options.Account)
        {
            _isUsed = false;
            _idleAt = After(IdleTime);
        }

        if (now >= state.Entry.ExpiresAt)
        {
            UnloadIfIdle(timestamp);

            // The clock may be set back: the timer comes again by itself.
            return TimeSpan.MaxValue;
        }

        if (timestamp >= _lookAt && !_changes.IsRunning)
        {
            LookIn(_context.Options.StorePollInterval);
            _ = _changes.RunAsync(ReconcileAsync, CancellationToken.None);
        }

        var look = Until(_lookAt, timestamp);
        var renewal = state.Token is null || _renewing.IsUnderWay ? TimeSpan.MaxValue : Later(state.RenewAt - now, Until(_retryAt, timestamp));
        if (renewal <= TimeSpan.Zero)
        {
            _ = _renewing.JoinAsync(() => RenewOnceAsync(state.Token), CancellationToken.None);
            return look;
        }

        UnloadIfIdle(timestamp);
        return Earlier(renewal, look);
    }

    /// <summary>Reads the token from the store, so that what is due with it is done although nobody asks for it.</summary>
    public void LoadInBackground() => _ = _loading.JoinAsync(LoadOnceAsync, CancellationToken.None);

    /// <summary>Loads a token that had left memory until its renewal, and renews it.</summary>
    public void WakeToRenew()
    {
        _ = _renewing.JoinAsync(
            async () =>
            {
                if (await LoadOnceAsync().ConfigureAwait(false) is not null)
                {
                    _registry.Sleep(this, _context.Now + _context.Schedule.Spaced(IdleTime));
                    return Renewal.NotNeeded;
                }

                return _state is { Token: { } token, Entry: { } entry } && _context.Schedule.IsInWindow(entry, _context.Now)
                    ? await RenewOnceAsync(token).ConfigureAwait(false)
                    : Renewal.NotNeeded;
            },
            CancellationToken.None);
    }

    /// <summary>Begins nothing new. What is under way goes on.</summary>
    public void Dispose()
    {
        _isStopped = true;
        _registry.Sleep(this, renewAt: null);
    }

    /// <summary>Begins nothing new, and waits for what is under way: its result is kept. Ten seconds at most.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_stopping)
        {
            return new ValueTask(_disposal ??= StopAsync());
        }
    }

    private async Task StopAsync()
    {
        Dispose();
        try
        {
            await EndAsync().WaitAsync(DisposalTimeout, _context.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            TokenLog.NotEndedInTime(_context.Logger, Name, DisposalTimeout);
        }

        _stopping.Cancel();
    }

    private void UnloadIfIdle(long timestamp)
    {
        if (timestamp >= _idleAt)
        {
            _ = _changes.RunAsync(UnloadAsync, CancellationToken.None);
        }
    }

    // What the store has leaves memory. Only the moment of its renewal stays.
    private Task<bool> UnloadAsync()
    {
        var (state, now) = (_state, _context.Now);
        if (state.Entry is { } entry && !_isUsed && (now >= entry.ExpiresAt || IsWritten))
        {
            (_state, _lastSeen, _lastWritten) = (TokenState.Unknown, null, null);
            _registry.Sleep(this, state.Token is null || now >= entry.ExpiresAt ? null : state.RenewAt);
        }

        return Task.FromResult(true);
    }

    private async Task EndAsync()
    {
        await Task.WhenAny(_renewing.Current).ConfigureAwait(false);
        await _changes.RunAsync(WriteLastAsync, CancellationToken.None).ConfigureAwait(false);
    }

    // Where the store cannot be read, or the server does not say which entry counts, better this one than none: unless the
    // store has had it, so that what is there now came after it.
    private async Task<Exception?> WriteLastAsync()
    {
        if (IsWritten)
        {
            return null;
        }

        await ReconcileAsync().ConfigureAwait(false);
        return IsWritten || _lastWritten?.IsSameAs(_state.Entry!) == true ? null : await TryWriteAsync(_state.Entry!).ConfigureAwait(false);
    }

    private void ThrowIfStopped()
    {
        if (_isStopped)
        {
            throw new ObjectDisposedException(nameof(VerifikTokenProvider), $"The application stops: nothing was begun for {Name}.");
        }
    }

    private void LookIn(TimeSpan interval)
    {
        _lookAt = After(_context.Schedule.Spaced(interval));
        _registry.Wake(this, interval);
    }

    private void RetryIn(TimeSpan pause)
    {
        _retryAt = After(pause);
        _registry.Wake(this, pause);
    }

    // Pauses are counted without the wall clock, which may be set.
    private long After(TimeSpan pause) => _context.Time.GetTimestamp() + (long)(pause.TotalSeconds * _context.Time.TimestampFrequency);

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeSpan Until(long moment, long timestamp) =>
        TimeSpan.FromSeconds((moment - timestamp) / (double)_context.Time.TimestampFrequency);
}

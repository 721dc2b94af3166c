namespace Verifik.Internal.Account;

// Work without a caller: store polls, renewals, unloading and disposal.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DisposalTimeout = TimeSpan.FromSeconds(10);

    private long _pollAt;
    private long _idleAt;
    private long _retryAt;
    private volatile bool _isStopped;
    private Task? _disposal;

    /// <summary>Starts everything that is due.</summary>
    /// <returns>The time until something is due again.</returns>
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

            // The system clock may be set back: the timer fires again by itself.
            return TimeSpan.MaxValue;
        }

        if (timestamp >= _pollAt && !_changes.IsRunning)
        {
            PollIn(_context.Options.StorePollInterval);
            _ = _changes.RunAsync(ReconcileAsync, CancellationToken.None);
        }

        var look = Until(_pollAt, timestamp);
        var renewal = state.Token is null || _renewing.IsUnderWay ? TimeSpan.MaxValue : RenewalSchedule.Longer(state.RenewAt - now, Until(_retryAt, timestamp));
        if (renewal <= TimeSpan.Zero)
        {
            _ = _renewing.JoinAsync(() => RenewOnceAsync(state.Token), CancellationToken.None);
            return look;
        }

        UnloadIfIdle(timestamp);
        return RenewalSchedule.Shorter(renewal, look);
    }

    /// <summary>Loads the token from the store, so that it is polled and renewed without a caller.</summary>
    public void LoadInBackground() => _ = _loading.JoinAsync(LoadOnceAsync, CancellationToken.None);

    /// <summary>Loads a token that was removed from memory, and renews it.</summary>
    public void WakeToRenew()
    {
        _ = _renewing.JoinAsync(
            async () =>
            {
                if (await LoadOnceAsync().ConfigureAwait(false) is not null)
                {
                    _registry.Sleep(this, _context.Now + _context.Schedule.WithJitter(IdleTime));
                    return Renewal.NotNeeded;
                }

                return _state is { Token: { } token, Entry: { } entry } && _context.Schedule.IsInWindow(entry, _context.Now)
                    ? await RenewOnceAsync(token).ConfigureAwait(false)
                    : Renewal.NotNeeded;
            },
            CancellationToken.None);
    }

    /// <summary>Starts no new work. Work in progress continues.</summary>
    public void Dispose()
    {
        _isStopped = true;
        _registry.Sleep(this, renewAt: null);
    }

    /// <summary>Starts no new work, and waits up to ten seconds for work in progress. Its result is stored.</summary>
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

    // Removes a stored token from memory. Only the time of its renewal is kept.
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

    // If the store cannot be read, or the server cannot be asked which entry is valid, this entry is written rather
    // than none. It is not written if the store has contained it before, because the stored entry is then later.
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
            throw new ObjectDisposedException(nameof(VerifikTokenProvider), $"The application is stopping. Nothing was sent for {Name}.");
        }
    }

    private void PollIn(TimeSpan interval)
    {
        _pollAt = After(_context.Schedule.WithJitter(interval));
        _registry.Wake(this, interval);
    }

    private void RetryIn(TimeSpan pause)
    {
        _retryAt = After(pause);
        _registry.Wake(this, pause);
    }

    // Delays use the monotonic timestamp, because the system clock may be set.
    private long After(TimeSpan pause) => _context.Time.GetTimestamp() + (long)(pause.TotalSeconds * _context.Time.TimestampFrequency);

    private TimeSpan Until(long moment, long timestamp) =>
        TimeSpan.FromSeconds((moment - timestamp) / (double)_context.Time.TimestampFrequency);
}

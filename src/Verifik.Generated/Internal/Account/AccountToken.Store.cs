namespace Verifik.Internal.Account;

// Memory and store. All of it runs in the queue. A store has no compare-and-set: what two processes write at the same time
// is settled by version when either looks again, which each does soon after a write and then at every poll.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private TokenEntry? _lastSeen;
    private bool _isCounted = true;
    private bool _storeFails;

    /// <summary>Brings memory and store together: the later of the two entries replaces the other.</summary>
    /// <returns>Why the store could not be read; <see langword="null"/> where it could.</returns>
    private async Task<Exception?> ReconcileAsync()
    {
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            StoreAnswered();
            await SettleAsync(stored).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
            return exception;
        }
    }

    /// <summary>
    /// Takes the token of a person's act that began when the account was at a version. A login for which the store could
    /// not be read is counted up from it when it can.
    /// </summary>
    private async Task TakeAsync(VerifikToken token, TokenAct act, TokenVersion before, bool isCounted = true)
    {
        Publish(EntryOf(token, before.After(act)), act == TokenAct.Revocation);
        _isCounted = isCounted;
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            if (stored?.Token is not null && stored.Version != before
                && TokenAct.Revocation == (act == TokenAct.Revocation ? act : stored.Version.Act)
                && await AskAsync(token).ConfigureAwait(false) is { Outcome: not RenewalOutcome.Failed } answer)
            {
                // Another process acted at the same time, and one of the two may have made the other's token worthless. The
                // server knows which.
                Publish(answer.Outcome == RenewalOutcome.Refused
                    ? stored
                    : EntryOf(answer.Token ?? token, TokenVersion.Latest(stored.Version, _state.Version).After(act)));
            }

            await SettleAsync(stored).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // It is in memory. It is written when the store is back.
            StoreFailed(exception);
        }
    }

    private async Task SettleAsync(TokenEntry? stored)
    {
        if (!_isCounted && stored is not null)
        {
            Publish(EntryOf(_state.Token, TokenVersion.Latest(stored.Version, _state.Version).After(_state.Version.Act)));
        }

        _isCounted = true;
        var (mine, known) = (_state.Entry, _lastSeen);
        _lastSeen = stored;
        if (mine is null)
        {
            if (stored is not null)
            {
                Publish(stored);
            }
        }
        else if (stored is null)
        {
            await TryWriteAsync(mine).ConfigureAwait(false);
        }
        else if (!stored.IsSameAs(mine))
        {
            if (_state.IsOwnRevocation && stored.Token is not null && known?.IsSameAs(stored) != true)
            {
                await SettleRevocationAsync(mine, stored).ConfigureAwait(false);
            }
            else if (stored.Version.CompareTo(mine.Version) < 0)
            {
                await TryWriteAsync(mine).ConfigureAwait(false);
            }
            else
            {
                Publish(stored);
            }
        }
    }

    // The entry in the store may be of a later act, or of one that this process's revocation made worthless. The server knows.
    private async Task SettleRevocationAsync(TokenEntry mine, TokenEntry stored)
    {
        var answer = await AskAsync(stored.Token!).ConfigureAwait(false);
        switch (answer.Outcome)
        {
            case RenewalOutcome.Failed:
                // Asked again at the next look.
                _lastSeen = null;
                return;
            case RenewalOutcome.Refused:
                Publish(EntryOf(mine.Token, TokenVersion.Latest(stored.Version, mine.Version).After(TokenAct.Revocation)), isOwnRevocation: true);
                break;
            default:
                Publish(answer.Token is null ? stored : EntryOf(answer.Token, stored.Version.Renewed()));
                break;
        }

        await TryWriteAsync(_state.Entry!).ConfigureAwait(false);
    }

    private async Task<Exception?> TryWriteAsync(TokenEntry entry)
    {
        if (entry.ExpiresAt <= _context.Now)
        {
            return null;
        }

        try
        {
            await _context.Store.WriteAsync(entry).ConfigureAwait(false);
            StoreAnswered();
            _lastSeen = entry;
            LookIn(LookAgain);
            return null;
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
            return exception;
        }
    }

    private void Publish(TokenEntry entry, bool isOwnRevocation = false)
    {
        var renewAt = entry.Token is null ? DateTimeOffset.MaxValue : _context.Schedule.RenewAt(entry, _context.Now);
        (_state, _isCounted) = (TokenState.Of(entry, renewAt, isOwnRevocation), true);
        _registry.Wake(this, AccountTimer.Shortest);
    }

    // An outage is a warning once, and not one at every look.
    private void StoreFailed(Exception exception)
    {
        if (_storeFails)
        {
            TokenLog.StoreStillFails(_context.Logger, Name, exception);
        }
        else
        {
            TokenLog.StoreFailed(_context.Logger, Name, exception);
        }

        _storeFails = true;
    }

    private void StoreAnswered()
    {
        if (_storeFails)
        {
            TokenLog.StoreAnswers(_context.Logger, Name);
        }

        _storeFails = false;
    }
}

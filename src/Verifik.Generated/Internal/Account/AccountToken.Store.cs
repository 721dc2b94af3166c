using System.Security.Cryptography;

namespace Verifik.Internal.Account;

// Memory and store. All of this runs in the queue. A store has no compare-and-set: conflicting writes of two processes
// are resolved by version when either polls the store again, which each does soon after a write and then at every poll
// interval.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan PollAfterWrite = TimeSpan.FromSeconds(2);

    private TokenEntry? _lastSeen;
    private TokenEntry? _lastWritten;
    private bool _isCounted = true;
    private bool _storeFails;

    // As far as this process knows.
    private bool IsWritten => _state.Entry is null || _lastSeen?.IsSameAs(_state.Entry) == true;

    /// <summary>Synchronizes memory and store: the entry with the later version replaces the other.</summary>
    /// <returns>The exception of the store; <see langword="null"/> if it was read.</returns>
    private async Task<Exception?> ReconcileAsync()
    {
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            await MergeAsync(stored).ConfigureAwait(false);
            if (IsWritten)
            {
                // A store that can be read but not written has not recovered.
                StoreSucceeded();
            }

            return null;
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
            return exception;
        }
    }

    /// <summary>
    /// Publishes and stores the token of a user action that began at version <paramref name="before"/>. If the store
    /// could not be read for a login, the version is based on the store as soon as it can be read.
    /// </summary>
    private async Task TakeAsync(VerifikToken token, UserAction act, TokenVersion before, bool isCounted = true)
    {
        Publish(EntryOf(token, before.After(act)), act == UserAction.Revocation || _state.HasRevoked);
        _isCounted = isCounted;
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            await MergeAsync(stored).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or CryptographicException)
        {
            // The stored entry is damaged or its keys are lost, so it is overwritten.
            await TryWriteAsync(_state.Entry!).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The token is in memory. It is written when the store has recovered.
            StoreFailed(exception);
        }
    }

    private async Task MergeAsync(TokenEntry? stored)
    {
        var isUnseen = stored is not null && _lastSeen?.IsSameAs(stored) != true;
        if (!_isCounted && stored is not null)
        {
            Publish(
                EntryOf(_state.Token, TokenVersion.Latest(stored.Version, _state.Version).After(UserAction.Login)),
                _state.HasRevoked,
                mayBeRevoked: isUnseen);
        }

        _isCounted = true;
        var mine = _state.Entry;
        _lastSeen = stored;
        if (stored is not null && (mine is null || stored.IsSameAs(mine)))
        {
            _lastWritten = stored;
        }

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
            if (isUnseen && !await ChooseValidEntryAsync(mine, stored).ConfigureAwait(false))
            {
                // Retried at the next poll.
                _lastSeen = null;
                return;
            }

            mine = _state.Entry!;
            if (stored.Version.CompareTo(mine.Version) < 0)
            {
                await TryWriteAsync(mine).ConfigureAwait(false);
            }
            else
            {
                _lastWritten = stored;
                Publish(stored);
            }
        }
    }

    /// <summary>
    /// If a revocation may have invalidated the token of the later entry, asks the server which of the two tokens is
    /// still valid and publishes it. The process that revoked may not have seen the other entry.
    /// </summary>
    /// <returns>Whether the choice is made; false if the server could not be reached.</returns>
    private async Task<bool> ChooseValidEntryAsync(TokenEntry mine, TokenEntry stored)
    {
        var isMineLater = stored.Version.CompareTo(mine.Version) < 0;
        var mayLaterBeRevoked = isMineLater ? stored.Version.Act == UserAction.Revocation || _state.MayBeRevoked : _state.HasRevoked;
        if (mine.Token is null || stored.Token is null || !mayLaterBeRevoked)
        {
            return true;
        }

        var (earlier, later) = isMineLater ? (stored, mine) : (mine, stored);
        foreach (var entry in new[] { later, earlier })
        {
            var answer = await TryRenewAsync(entry.Token!).ConfigureAwait(false);
            if (answer.Outcome == RenewalOutcome.Failed)
            {
                return false;
            }

            if (answer.Outcome != RenewalOutcome.Refused)
            {
                // Not a new user action: one that happens in the meantime takes precedence.
                var version = later.Version.Renewed() with { Act = entry == later ? later.Version.Act : UserAction.Revocation };
                Publish(EntryOf(answer.Token ?? entry.Token, version), entry == mine && _state.HasRevoked);
                return true;
            }
        }

        return true;
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
            StoreSucceeded();
            (_lastSeen, _lastWritten) = (entry, entry);
            PollIn(PollAfterWrite);
            return null;
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
            return exception;
        }
    }

    private void Publish(TokenEntry entry, bool hasRevoked = false, bool mayBeRevoked = false)
    {
        var renewAt = entry.Token is null ? DateTimeOffset.MaxValue : _context.Schedule.RenewAt(entry, _context.Now);
        (_state, _isCounted, _isUsed) = (TokenState.Of(entry, renewAt, hasRevoked, mayBeRevoked), true, true);
        _registry.Wake(this, AccountTimer.Shortest);
    }

    // An outage is logged as a warning once, not at every poll.
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

    private void StoreSucceeded()
    {
        if (_storeFails)
        {
            TokenLog.StoreRecovered(_context.Logger, Name);
        }

        _storeFails = false;
    }
}

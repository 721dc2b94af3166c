using System.Security.Cryptography;

namespace Verifik.Internal.Account;

// Memory and store. All of it runs in the queue. A store has no compare-and-set: what two processes write at the same time
// is settled by version when either looks again, which each does soon after a write and then at every poll.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private TokenEntry? _lastSeen;
    private TokenEntry? _lastWritten;
    private bool _isCounted = true;
    private bool _storeFails;

    // As far as this process has seen.
    private bool IsWritten => _state.Entry is null || _lastSeen?.IsSameAs(_state.Entry) == true;

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
        Publish(EntryOf(token, before.After(act)), act == TokenAct.Revocation || _state.HasRevoked);
        _isCounted = isCounted;
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            StoreAnswered();
            await SettleAsync(stored).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or CryptographicException)
        {
            // Nobody can read what is there: it was damaged, or its keys are lost.
            await TryWriteAsync(_state.Entry!).ConfigureAwait(false);
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
            Publish(EntryOf(_state.Token, TokenVersion.Latest(stored.Version, _state.Version).After(TokenAct.Login)), _state.HasRevoked);
        }

        _isCounted = true;
        var (mine, known) = (_state.Entry, _lastSeen);
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
            if (known?.IsSameAs(stored) != true && !await AskWhichAsync(mine, stored).ConfigureAwait(false))
            {
                // Asked again at the next look.
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
    /// Where a revocation may have made the token of the later entry worthless, takes the one whose token is still good: its
    /// process may not have known of the other when it acted. The server knows.
    /// </summary>
    /// <returns>Whether the server has answered, or need not.</returns>
    private async Task<bool> AskWhichAsync(TokenEntry mine, TokenEntry stored)
    {
        var isMineLater = stored.Version.CompareTo(mine.Version) < 0;
        if (mine.Token is null || stored.Token is null || !(isMineLater ? stored.Version.Act == TokenAct.Revocation : _state.HasRevoked))
        {
            return true;
        }

        var (earlier, later) = isMineLater ? (stored, mine) : (mine, stored);
        foreach (var entry in new[] { later, earlier })
        {
            var answer = await AskAsync(entry.Token!).ConfigureAwait(false);
            if (answer.Outcome == RenewalOutcome.Failed)
            {
                return false;
            }

            if (answer.Outcome != RenewalOutcome.Refused)
            {
                // Not a person's act: one that happens meanwhile outranks it.
                var version = later.Version.Renewed() with { Act = entry == later ? later.Version.Act : TokenAct.Revocation };
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
            StoreAnswered();
            (_lastSeen, _lastWritten) = (entry, entry);
            LookIn(LookAgain);
            return null;
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
            return exception;
        }
    }

    private void Publish(TokenEntry entry, bool hasRevoked = false)
    {
        var renewAt = entry.Token is null ? DateTimeOffset.MaxValue : _context.Schedule.RenewAt(entry, _context.Now);
        (_state, _isCounted, _isUsed) = (TokenState.Of(entry, renewAt, hasRevoked), true, true);
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

namespace Verifik.Internal.Account;

/// <summary>The token of this process, and the rules by which another one replaces it.</summary>
internal sealed class TokenMemory(RenewalSchedule schedule, TimeProvider time)
{
    private static readonly TimeSpan Suspicion = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private volatile TokenState _state = TokenState.NeverLoggedIn;

    public TokenState State => _state;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The token, or when to renew it, is another.</summary>
    public event Action? Changed;

    /// <summary>Takes an entry that this process has made.</summary>
    public void Take(TokenEntry entry) => Change(_ => ToState(entry));

    /// <summary>Takes a renewed token, unless what it renews was replaced or given up in the meantime.</summary>
    public bool TryTake(TokenEntry renewed, VerifikToken previous) =>
        Change(state => state.Holds(previous) ? ToState(renewed) : state);

    /// <summary>Takes a token that somebody asked for, unless the account was logged out in the meantime.</summary>
    public bool TryTake(TokenEntry exchanged) => Change(state => state.Token is null ? state : ToState(exchanged));

    /// <summary>Takes what a store has, if it is news.</summary>
    public TokenState Adopt(TokenEntry? stored)
    {
        Change(state => stored is not null && IsNews(stored, state) ? ToState(stored) : state);
        return _state;
    }

    /// <summary>Whether a renewal is due. Only one caller hears so; the others, not until the pause is over.</summary>
    public bool TryBeginRenewal(VerifikToken token, TimeSpan pause) =>
        Change(state => state.Holds(token) && state.IsDue(Now) ? state.Postponed(Now + pause) : state);

    /// <summary>Puts the next attempt at a renewal off.</summary>
    public void Postpone(VerifikToken token, TimeSpan pause) =>
        Change(state => state.Holds(token) ? state.Postponed(Now + pause) : state);

    /// <summary>The server refused a token: it is not tried again for a while.</summary>
    public bool TrySuspect(VerifikToken token) =>
        Change(state => state.Holds(token) && state.IsUsable(Now) ? state.Suspect(Now + Suspicion) : state);

    /// <summary>The server took a token: if it was in doubt, it no longer is.</summary>
    public void Trust(VerifikToken token)
    {
        // Asked after every request. What the closure of Clear captures would be allocated here, if it stood here.
        if (_state.SuspectUntil is not null)
        {
            Clear(token);
        }
    }

    private void Clear(VerifikToken token) => Change(state => state.Holds(token) ? state.Trusted() : state);

    private bool Change(Func<TokenState, TokenState> change)
    {
        lock (_gate)
        {
            var before = _state;
            _state = change(before);
            if (ReferenceEquals(_state, before))
            {
                return false;
            }
        }

        Changed?.Invoke();
        return true;
    }

    // A token in doubt or past its end gives way to any other; an account that was logged out, to a later login alone.
    private bool IsNews(TokenEntry stored, TokenState current)
    {
        if (stored.Token is null)
        {
            return stored.Since > current.Since;
        }

        var (isNewer, isAlive, isNeeded) = (stored.Since > current.Since, stored.Token.ExpiresAt > Now, !current.IsUsable(Now));
        return !current.Holds(stored.Token)
            && (isNewer ? isAlive || isNeeded : isAlive && isNeeded && current.Token is not null);
    }

    private TokenState ToState(TokenEntry entry) => entry.Token is { } token
        ? TokenState.Kept(token, entry.Since, schedule.RenewAt(entry.Since, token.ExpiresAt))
        : TokenState.GivenUp(entry.Since);
}

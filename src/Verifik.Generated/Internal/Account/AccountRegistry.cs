using System.Collections.Concurrent;

namespace Verifik.Internal.Account;

/// <summary>
/// The accounts of one registration, with one <see cref="AccountToken"/> each. An account that has not been used for a
/// while is removed from memory; only the time of its renewal is kept.
/// </summary>
internal sealed class AccountRegistry : IDisposable, IAsyncDisposable
{
    // The number of garbage-collected accounts below which cleaning up is not worthwhile.
    private const int Slack = 100;

    private readonly object _gate = new();
    private readonly ConcurrentDictionary<VerifikAccount, WeakReference<AccountToken>> _known = new();
    private readonly Dictionary<VerifikAccount, DateTimeOffset> _asleep = [];
    private readonly HashSet<AccountToken> _awake = [];
    private AccountToken[]? _round;
    private bool _isDisposed;

    public AccountRegistry(AccountContext context)
    {
        Context = context;
        context.Timer.Add(this);
        context.Metrics.Observe(this);
    }

    public AccountContext Context { get; }

    /// <summary>The token of the configured account.</summary>
    /// <exception cref="InvalidOperationException">No account is configured.</exception>
    public AccountToken Default => Get(Context.Options.Account ?? throw new InvalidOperationException(
        $"{Registration.OptionsOf(Context.Name)}.{nameof(VerifikOptions.Account)} is not set. Set it to the telephone or email address that logs in, in AddVerifik."));

    /// <summary>Whether a change or a renewal of any account is in progress.</summary>
    public bool IsBusy => Live().Exists(static token => token.IsBusy);

    /// <summary>Gets the token of an account. The configured account always stays in memory.</summary>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract.</exception>
    public AccountToken Get(VerifikAccount account)
    {
        _ = account ?? throw new ArgumentNullException(nameof(account));
        return Known(account) ?? Add(account);
    }

    /// <summary>Schedules a call of <see cref="AccountToken.Tick"/>, which is then called in every round until <see cref="Sleep"/>.</summary>
    public void Wake(AccountToken token, TimeSpan wait)
    {
        lock (_gate)
        {
            if (_awake.Add(token))
            {
                _round = null;
            }

            _asleep.Remove(token.Account);
        }

        Context.Timer.WakeIn(wait);
    }

    /// <summary>Removes an account from the rounds until its renewal is due, or until the next call of <see cref="Wake"/>.</summary>
    public void Sleep(AccountToken token, DateTimeOffset? renewAt)
    {
        lock (_gate)
        {
            _awake.Remove(token);
            _round = null;
            if (renewAt is { } moment)
            {
                _asleep[token.Account] = moment;
            }
        }
    }

    /// <summary>Starts everything that is due.</summary>
    /// <returns>The time until something is due again.</returns>
    public TimeSpan Tick()
    {
        AccountToken[] round;
        lock (_gate)
        {
            round = _round ??= [.. _awake];
        }

        var next = TimeSpan.MaxValue;
        foreach (var token in round)
        {
            next = RenewalSchedule.Shorter(next, token.Tick());
        }

        return WakeSleepers(next);
    }

    /// <summary>Stops all accounts and waits up to ten seconds for work in progress.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(End().Select(static token => token.DisposeAsync().AsTask())).ConfigureAwait(false);

    /// <summary>Stops all accounts. Work in progress continues.</summary>
    public void Dispose() => End().ForEach(static token => token.Dispose());

    private AccountToken? Known(VerifikAccount account) =>
        _known.TryGetValue(account, out var reference) && reference.TryGetTarget(out var token) ? token : null;

    private AccountToken Add(VerifikAccount account)
    {
        account.Validate();
        lock (_gate)
        {
            if (Known(account) is { } known)
            {
                return known;
            }

            var token = new AccountToken(this, account);
            if (_isDisposed)
            {
                token.Dispose();
            }

            _known[account] = new WeakReference<AccountToken>(token);
            return token;
        }
    }

    private TimeSpan WakeSleepers(TimeSpan next)
    {
        var due = new List<VerifikAccount>();
        lock (_gate)
        {
            var now = Context.Now;
            foreach (var sleeper in _asleep)
            {
                var wait = sleeper.Value - now;
                if (wait <= TimeSpan.Zero)
                {
                    due.Add(sleeper.Key);
                }

                next = RenewalSchedule.Shorter(next, wait);
            }

            due.ForEach(account => _asleep.Remove(account));
            ForgetCollected();
        }

        due.ForEach(account => Get(account).WakeToRenew());
        return next;
    }

    // A token that was garbage-collected has no users, so it can be created again. Cleans up when more than half of the
    // references may be dead.
    private void ForgetCollected()
    {
        if (_known.Count <= (2 * _awake.Count) + Slack)
        {
            return;
        }

        foreach (var known in _known)
        {
            if (!known.Value.TryGetTarget(out _))
            {
                _known.TryRemove(known.Key, out _);
            }
        }
    }

    private List<AccountToken> End()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        return Live();
    }

    private List<AccountToken> Live()
    {
        lock (_gate)
        {
            return [.. _known.Select(static known => known.Value.TryGetTarget(out var token) ? token : null).OfType<AccountToken>()];
        }
    }
}

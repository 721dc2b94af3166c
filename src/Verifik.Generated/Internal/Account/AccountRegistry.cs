namespace Verifik.Internal.Account;

/// <summary>
/// The accounts of one registration: one <see cref="AccountToken"/> each, however many ask. An account that nobody has
/// used for a while is let go, but for the moment at which its token is to be renewed.
/// </summary>
internal sealed class AccountRegistry : IDisposable, IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<VerifikAccount, WeakReference<AccountToken>> _known = [];
    private readonly Dictionary<VerifikAccount, DateTimeOffset> _asleep = [];
    private readonly HashSet<AccountToken> _awake = [];
    private AccountToken[]? _round;

    public AccountRegistry(AccountContext context)
    {
        Context = context;
        context.Timer.Add(this);
        context.Metrics.Observe(this);
    }

    public AccountContext Context { get; }

    /// <summary>The token of the account of the options.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public AccountToken Default => Get(Context.Options.Account ?? throw new InvalidOperationException(
        $"{nameof(VerifikOptions)}.{nameof(VerifikOptions.Account)} is not set. Set it to the telephone or email address that logs in, in AddVerifik."));

    /// <summary>The token of an account. The one of the options stays in memory.</summary>
    public AccountToken Get(VerifikAccount account)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(account, out var reference) && reference.TryGetTarget(out var known))
            {
                return known;
            }

            var token = new AccountToken(this, account);
            _known[account] = new WeakReference<AccountToken>(token);
            return token;
        }
    }

    /// <summary>Whether a change or a renewal of any account is under way.</summary>
    public bool IsBusy => Live().Exists(static token => token.IsBusy);

    /// <summary>The token of an account that an application names.</summary>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract.</exception>
    public AccountToken Find(VerifikAccount account)
    {
        (account ?? throw new ArgumentNullException(nameof(account))).Validate();
        return Get(account);
    }

    /// <summary>Something is due for an account in a while: until it sleeps again, it is asked what.</summary>
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

    /// <summary>Lets an account go until its token is to be renewed, or for good.</summary>
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

    /// <summary>Begins what is due.</summary>
    /// <returns>How long until something is due again.</returns>
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
            var wait = token.Tick();
            next = wait < next ? wait : next;
        }

        return WakeSleepers(next);
    }

    /// <summary>Stops all accounts, and waits for what is under way, ten seconds at most.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(Live().Select(static token => token.DisposeAsync().AsTask())).ConfigureAwait(false);

    /// <summary>Stops all accounts. What is under way goes on.</summary>
    public void Dispose() => Live().ForEach(static token => token.Dispose());

    private TimeSpan WakeSleepers(TimeSpan next)
    {
        var due = new List<VerifikAccount>();
        lock (_gate)
        {
            var now = Context.Now;
            foreach (var (account, renewAt) in _asleep.Select(static sleeper => (sleeper.Key, sleeper.Value)))
            {
                var wait = renewAt - now;
                if (wait <= TimeSpan.Zero)
                {
                    due.Add(account);
                }
                else
                {
                    next = wait < next ? wait : next;
                }
            }

            due.ForEach(account => _asleep.Remove(account));
            Forget();
        }

        due.ForEach(account => Get(account).WakeToRenew());
        return next;
    }

    // Nobody can ask one that was collected for anything, so another one may take its place.
    private void Forget()
    {
        foreach (var account in _known.Where(static known => !known.Value.TryGetTarget(out _)).Select(static known => known.Key).ToList())
        {
            _known.Remove(account);
        }
    }

    private List<AccountToken> Live()
    {
        lock (_gate)
        {
            return [.. _known.Values.Select(static known => known.TryGetTarget(out var token) ? token : null).OfType<AccountToken>()];
        }
    }
}

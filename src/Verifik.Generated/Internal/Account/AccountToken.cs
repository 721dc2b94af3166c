namespace Verifik.Internal.Account;

/// <summary>
/// The token of one account, and the only class that changes it. All changes, including their store writes, run in one
/// queue: store polls, logins, renewals, revocations, logouts and rejections by the server. Reading the token reads one
/// immutable state.
/// </summary>
internal sealed partial class AccountToken : IDisposable, IAsyncDisposable
{
    private readonly AccountRegistry _registry;
    private readonly AccountContext _context;
    private readonly string _key;
    private readonly ChangeQueue _changes;
    private readonly SingleFlight<Exception?> _loading;
    private readonly CancellationTokenSource _stopping = new();
    private volatile TokenState _state = TokenState.Unknown;
    private volatile bool _isUsed;

    public AccountToken(AccountRegistry registry, VerifikAccount account)
    {
        _registry = registry;
        _context = registry.Context;
        Account = account;
        _key = TokenKey.Of(_context.Options.BaseAddress, account);
        _changes = new ChangeQueue(_context.Background);
        _loading = new SingleFlight<Exception?>(_context.Background);
        _renewing = new SingleFlight<Renewal>(_context.Background);
        _replacing = new SingleFlight<Exception?>(_context.Background);
    }

    public VerifikAccount Account { get; }

    public AccountContext Context => _context;

    /// <summary>Whether any work is in progress.</summary>
    public bool IsBusy => _changes.IsRunning || _loading.IsUnderWay || _renewing.IsUnderWay || _replacing.IsUnderWay;

    /// <summary>The remaining lifetime of the token; zero without a valid token.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var (state, now) = (_state, _context.Now);
            return state.IsUsable(now) ? state.Token!.ExpiresAt - now : TimeSpan.Zero;
        }
    }

    /// <summary>The account and its server, safe to log.</summary>
    public string Name => $"{Account} at {_context.Options.BaseAddress}";

    /// <summary>Gets a valid token: from memory, or otherwise from the store.</summary>
    /// <exception cref="VerifikLoginRequiredException">No valid token is available.</exception>
    /// <exception cref="VerifikTokenStoreException">There is no valid token in memory, and the store failed.</exception>
    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (!_isUsed)
        {
            _isUsed = true;
        }

        var state = _state;
        return _context.Now < state.UsableUntil ? new ValueTask<VerifikToken>(state.Token!) : LoadAsync(cancellationToken);
    }

    private async ValueTask<VerifikToken> LoadAsync(CancellationToken cancellationToken) =>
        UsableToken(await _loading.JoinAsync(LoadOnceAsync, cancellationToken).ConfigureAwait(false));

    private Task<Exception?> LoadOnceAsync() => _changes.RunAsync(
        async () =>
        {
            // A caller that read the state just before the last load completed starts an unnecessary load.
            if (!_state.IsUsable(_context.Now))
            {
                return await ReconcileAsync().ConfigureAwait(false);
            }

            _state = _state.RejectedUntil is null ? _state : _state.Accepted();
            return null;
        },
        CancellationToken.None);

    // Each waiter gets a new exception: the stack trace of an exception that is thrown many times keeps growing.
    private VerifikToken UsableToken(Exception? storeFailure)
    {
        var (state, now) = (_state, _context.Now);
        return state.IsUsable(now) ? state.Token!
            : storeFailure is not null ? throw StoreException(storeFailure)
            : throw LoginRequired(state.Reason(now));
    }

    private VerifikTokenStoreException StoreException(Exception failure) => new(Account, _context.Options.BaseAddress, failure);

    private VerifikLoginRequiredException LoginRequired(VerifikLoginRequiredReason reason) => new(reason, Account, _context.Options.BaseAddress);

    // Adds the account to the server's errors and to a timeout, which may also be the client's, and reports it in the same
    // way as HttpClient.
    private async Task<T> ExchangeAsync<T>(Func<VerifikClient, CancellationToken, Task<T>> call, CancellationToken caller = default)
    {
        using var timeout = new ExchangeTimeout(_context.Time, _stopping.Token, caller);
        try
        {
            return await call(_context.Client(), timeout.Token).ConfigureAwait(false);
        }
        catch (VerifikApiException exception)
        {
            exception.SetAccount(Account, _context.Options.BaseAddress);
            throw;
        }
        catch (OperationCanceledException exception) when (caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, caller);
        }
        catch (OperationCanceledException exception) when (!_stopping.IsCancellationRequested)
        {
            throw new TaskCanceledException($"The request for {Name} timed out.", new TimeoutException(exception.Message, exception));
        }
    }

    private TokenEntry EntryOf(VerifikToken? token, TokenVersion version) => new(_key, version, _context.Now, token);
}

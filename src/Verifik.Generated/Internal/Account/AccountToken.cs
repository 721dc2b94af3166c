namespace Verifik.Internal.Account;

/// <summary>
/// The token of one account, and the one place that changes it. Every change, its store write included, passes through one
/// queue: a look into the store, a login, a renewal, a revocation, a logout, a refusal by the server. Reading it is one
/// read of an immutable state.
/// </summary>
internal sealed partial class AccountToken : IDisposable, IAsyncDisposable
{
    private readonly AccountRegistry _registry;
    private readonly AccountContext _context;
    private readonly string _key;
    private readonly ChangeQueue _changes;
    private readonly Flight<Exception?> _loading;
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
        _loading = new Flight<Exception?>(_context.Background);
        _renewing = new Flight<Renewal>(_context.Background);
        _replacing = new Flight<Exception?>(_context.Background);
    }

    public VerifikAccount Account { get; }

    public AccountContext Context => _context;

    /// <summary>Whether anything is under way.</summary>
    public bool IsBusy => _changes.IsRunning || _loading.IsUnderWay || _renewing.IsUnderWay || _replacing.IsUnderWay;

    /// <summary>How long the token is still valid; zero without one.</summary>
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

    /// <summary>A token that is valid now: from memory, else from the store.</summary>
    /// <exception cref="VerifikLoginRequiredException">There is none.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
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
            // Whoever looked into memory just before the last load ended starts another one, for nothing.
            if (!_state.IsUsable(_context.Now))
            {
                return await ReconcileAsync().ConfigureAwait(false);
            }

            _state = _state.RejectedUntil is null ? _state : _state.Accepted();
            return null;
        },
        CancellationToken.None);

    // Each waiter gets an exception of its own: one that is thrown many times over grows a trace of them all.
    private VerifikToken UsableToken(Exception? storeFailure)
    {
        var (state, now) = (_state, _context.Now);
        return state.IsUsable(now) ? state.Token!
            : storeFailure is not null ? throw StoreException(storeFailure)
            : throw LoginRequired(state.Reason(now));
    }

    private VerifikTokenStoreException StoreException(Exception failure) => new(Account, _context.Options.BaseAddress, failure);

    private VerifikLoginRequiredException LoginRequired(VerifikLoginRequiredReason reason) => new(reason, Account, _context.Options.BaseAddress);

    // What the server refused is reported with the account that it was about; a timeout, as HttpClient reports its own.
    private async Task<T> ExchangeAsync<T>(Func<VerifikClient, CancellationToken, Task<T>> call, CancellationToken caller = default)
    {
        using var exchange = new Exchange(_context.Time, _stopping.Token, caller);
        try
        {
            return await call(_context.Client(), exchange.Token).ConfigureAwait(false);
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
        catch (OperationCanceledException exception) when (exchange.IsTimedOut)
        {
            throw new TaskCanceledException($"No response came in time for {Name}.", new TimeoutException(exception.Message, exception));
        }
    }

    private TokenEntry EntryOf(VerifikToken? token, TokenVersion version) => new(_key, version, _context.Now, token);
}

using Microsoft.Extensions.Logging;

namespace Verifik;

/// <summary>
/// The access token of the account: from memory, else from the store. It never asks a person for a code. Safe to share
/// between threads; however many wait, the store is read once.
/// </summary>
public sealed class TokenProvider
{
    private static readonly TimeSpan Suspicion = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly VerifikOptions _options;
    private readonly TokenVault _vault;
    private readonly TimeProvider _time;
    private readonly Flight<Loaded> _loading;
    private volatile TokenState _state = TokenState.NeverLoggedIn;

    internal TokenProvider(VerifikOptions options, ITokenStore store, TimeProvider time, ILogger<TokenProvider> logger)
    {
        _options = options;
        _vault = new TokenVault(store, time, logger);
        _time = time;
        _loading = new Flight<Loaded>(time, LoadAsync);
    }

    /// <summary>The telephone whose token this is.</summary>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    internal PhoneAccount Account => _options.Account ?? throw new InvalidOperationException(
        $"{nameof(VerifikOptions)}.{nameof(VerifikOptions.Account)} is not set. Set it to the telephone that logs in, in AddVerifik.");

    private string Key => field ??= TokenKey.Of(_options.BaseAddress, Account);

    /// <summary>A token that is valid now.</summary>
    /// <param name="cancellationToken">Stops this caller's wait, and nobody else's.</param>
    /// <returns>The token. Where one is in memory, nothing is awaited and nothing allocated.</returns>
    /// <exception cref="VerifikLoginRequiredException">There is none: a person has to log in. Its reason says why.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        var state = _state;
        return _time.GetUtcNow() < state.QuietUntil
            ? new ValueTask<VerifikToken>(state.Token!)
            : GetWithCareAsync(cancellationToken);
    }

    /// <summary>
    /// Another token for one that the server has refused: the one in memory if it is another by now, else the one in
    /// the store.
    /// </summary>
    /// <exception cref="VerifikLoginRequiredException">There is no other.</exception>
    internal ValueTask<VerifikToken> ReplaceAsync(VerifikToken rejected, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_state.Holds(rejected))
            {
                _state = _state.Suspect(_time.GetUtcNow() + Suspicion);
            }
        }

        return GetTokenAsync(cancellationToken);
    }

    /// <summary>The server took a token: if it was in doubt, it no longer is.</summary>
    internal void Accept(VerifikToken token)
    {
        if (_state.SuspectUntil is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_state.Holds(token))
            {
                _state = _state.Trusted();
            }
        }
    }

    /// <summary>Takes a token that has just been obtained, and keeps it.</summary>
    internal async Task KeepAsync(VerifikToken token)
    {
        var entry = new TokenEntry(Key, _time.GetUtcNow(), token);
        lock (_gate)
        {
            _state = ToState(entry);
        }

        try
        {
            await _vault.WriteAsync(entry, token.ExpiresAt).ConfigureAwait(false);
        }
        catch (VerifikTokenStoreException)
        {
            // The vault has logged it. The token is in memory, and it was paid for: it is used all the same.
        }
    }

    /// <summary>Forgets the token, here and in the store.</summary>
    /// <exception cref="VerifikTokenStoreException">The store may still have it.</exception>
    internal async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            _state = TokenState.GivenUp(now);
        }

        var forgetting = _vault.WriteAsync(new TokenEntry(Key, now, Token: null), now + VerifikToken.Lifetime);
        await forgetting.WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<VerifikToken> GetWithCareAsync(CancellationToken cancellationToken)
    {
        var state = _state;
        if (!state.IsUsable(_time.GetUtcNow()))
        {
            var loaded = await _loading.JoinAsync(cancellationToken).ConfigureAwait(false);
            state = loaded.State;
            if (!state.IsUsable(_time.GetUtcNow()))
            {
                // Each waiter gets an exception of its own: one that is thrown many times over grows a trace of them all.
                throw loaded.StoreFailure is { } failure
                    ? new VerifikTokenStoreException(failure)
                    : new VerifikLoginRequiredException(state.Reason(_time.GetUtcNow()));
            }
        }

        return state.Token!;
    }

    private async Task<Loaded> LoadAsync()
    {
        try
        {
            return new Loaded(Adopt(await _vault.ReadAsync(Key).ConfigureAwait(false)), StoreFailure: null);
        }
        catch (VerifikTokenStoreException exception)
        {
            return new Loaded(_state, exception.InnerException);
        }
    }

    private TokenState Adopt(TokenEntry? stored)
    {
        lock (_gate)
        {
            return _state = stored is not null && IsNews(stored, _state) ? ToState(stored) : _state;
        }
    }

    // A token in doubt or past its end gives way to any other; an account that was logged out, to a later login alone.
    private bool IsNews(TokenEntry stored, TokenState current)
    {
        if (stored.Since > current.Since)
        {
            return stored.Token is null || !current.Holds(stored.Token);
        }

        var now = _time.GetUtcNow();
        return current.Token is not null && !current.IsUsable(now) && stored.Token?.ExpiresAt > now && !current.Holds(stored.Token);
    }

    private static TokenState ToState(TokenEntry entry) => entry.Token is { } token
        ? TokenState.Kept(token, entry.Since, token.ExpiresAt)
        : TokenState.GivenUp(entry.Since);

    private sealed record Loaded(TokenState State, Exception? StoreFailure);
}

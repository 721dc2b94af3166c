using Microsoft.Extensions.Logging;

namespace Verifik;

/// <summary>
/// The access token of the account: from memory, else from the store. In the window before its end the token is renewed
/// behind the callers, who go on with the one that is still valid. It never asks a person for a code. Safe to share
/// between threads; however many wait, the store is read once.
/// </summary>
public sealed class VerifikTokenProvider : IDisposable
{
    private readonly VerifikOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TokenMetrics _metrics;
    private readonly TokenMemory _memory;
    private readonly TokenVault _vault;
    private readonly RenewalReport _report;
    private readonly TokenRenewal _renewal;
    private readonly RenewalTimer _timer;
    private readonly Flight<Loaded> _loading;
    private readonly CancellationTokenSource _stopping = new();

    internal VerifikTokenProvider(
        VerifikOptions options, IVerifikTokenStore store, Func<VerifikClient> client, TimeProvider time, ILogger<VerifikTokenProvider> logger, TokenMetrics metrics)
    {
        var schedule = new RenewalSchedule(options.RenewBefore);
        _options = options;
        _time = time;
        _memory = new TokenMemory(schedule, time);
        _vault = new TokenVault(store, () => TokenKey.Of(options.BaseAddress, Account), schedule, time, logger, _stopping.Token);
        _report = new RenewalReport(_memory, schedule, logger, metrics);
        _renewal = new TokenRenewal(_memory, _vault, _report, client, time, _stopping.Token);
        _timer = new RenewalTimer(_memory, _renewal, time);
        _loading = new Flight<Loaded>(time, LoadAsync);
        _logger = logger;
        _metrics = metrics;
        metrics.Observe(_memory);
    }

    /// <summary>The telephone whose token this is.</summary>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    internal PhoneAccount Account => _options.Account ?? throw new InvalidOperationException(
        $"{nameof(VerifikOptions)}.{nameof(VerifikOptions.Account)} is not set. Set it to the telephone that logs in, in AddVerifik.");

    /// <summary>Attempts at a renewal in a row that failed.</summary>
    internal int FailedRenewals => _report.Failures;

    /// <summary>A token that is valid now.</summary>
    /// <param name="cancellationToken">Stops this caller's wait, and nobody else's.</param>
    /// <returns>The token. Where one is in memory, nothing is awaited and nothing allocated.</returns>
    /// <exception cref="VerifikLoginRequiredException">There is none: a person has to log in. Its reason says why.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        var state = _memory.State;
        return _time.GetUtcNow() < state.QuietUntil
            ? new ValueTask<VerifikToken>(state.Token!)
            : GetWithCareAsync(cancellationToken);
    }

    /// <summary>Stops the renewal. A token that was handed out stays valid.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>
    /// Another token for one that the server has refused: the one in memory if it is another by now, else the one in
    /// the store.
    /// </summary>
    /// <exception cref="VerifikLoginRequiredException">There is no other.</exception>
    internal ValueTask<VerifikToken> ReplaceRejectedAsync(VerifikToken rejected, CancellationToken cancellationToken)
    {
        _metrics.Rejection();
        if (_memory.TrySuspect(rejected))
        {
            TokenLog.TokenRejected(_logger, rejected.ExpiresAt);
        }

        return GetTokenAsync(cancellationToken);
    }

    /// <summary>The server took a token: if it was in doubt, it no longer is.</summary>
    internal void Trust(VerifikToken token) => _memory.Trust(token);

    /// <summary>Takes the token of a login, and keeps it.</summary>
    internal Task KeepAsync(VerifikToken token)
    {
        var entry = _vault.EntryOf(token);
        _memory.Take(entry);
        return _vault.KeepAsync(entry);
    }

    /// <summary>Gets a new token now. What a caller starts is not lost when that caller leaves: it may be the only valid one.</summary>
    internal async Task<VerifikToken> RenewAsync(bool revoke, CancellationToken cancellationToken)
    {
        var current = await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var renewal = Detached.Run(() => _renewal.ReplaceAsync(current, revoke));
        return await renewal.WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets the token, here and in the store.</summary>
    /// <exception cref="VerifikTokenStoreException">The store may still have it.</exception>
    internal Task GiveUpAsync(CancellationToken cancellationToken)
    {
        var entry = _vault.EntryOf(token: null);
        _memory.Take(entry);
        return _vault.WriteAsync(entry).WaitAsync(Timeout.InfiniteTimeSpan, _time, cancellationToken);
    }

    private async ValueTask<VerifikToken> GetWithCareAsync(CancellationToken cancellationToken)
    {
        _renewal.BeginIfDue();
        var state = _memory.State;
        if (state.IsUsable(_time.GetUtcNow()))
        {
            return state.Token!;
        }

        var loaded = await _loading.JoinAsync(cancellationToken).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        if (loaded.State.IsUsable(now))
        {
            return loaded.State.Token!;
        }

        // Each waiter gets an exception of its own: one that is thrown many times over grows a trace of them all.
        throw loaded.StoreFailure is { } failure
            ? new VerifikTokenStoreException(failure)
            : new VerifikLoginRequiredException(loaded.State.Reason(now));
    }

    private async Task<Loaded> LoadAsync()
    {
        // Whoever looked into the memory just before the last flight landed starts another one, for nothing.
        if (_memory.State is var state && state.IsUsable(_time.GetUtcNow()))
        {
            return new Loaded(state, StoreFailure: null);
        }

        try
        {
            return new Loaded(_memory.Adopt(await _vault.ReadAsync().ConfigureAwait(false)), StoreFailure: null);
        }
        catch (VerifikTokenStoreException exception)
        {
            return new Loaded(_memory.State, exception.InnerException);
        }
    }

    private sealed record Loaded(TokenState State, Exception? StoreFailure);
}

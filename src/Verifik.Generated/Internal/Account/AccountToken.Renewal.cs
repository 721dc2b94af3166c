using System.Net;
using System.Runtime.ExceptionServices;

namespace Verifik.Internal.Account;

// Renewals. The exchange runs outside the queue, so that user actions do not wait for it. Its token is used only if the
// account has not changed since the exchange began.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan RejectionCheckInterval = TimeSpan.FromMinutes(10);

    private readonly SingleFlight<Renewal> _renewing;
    private readonly SingleFlight<Exception?> _replacing;
    private long? _rejectionCheckedAt;
    private int _failures;

    /// <summary>The number of consecutive failed renewals.</summary>
    public int FailedRenewals => Volatile.Read(ref _failures);

    /// <summary>Gets a new token now.</summary>
    public async Task<VerifikToken> RenewAsync(CancellationToken cancellationToken)
    {
        ThrowIfStopped();
        await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var renewal = await _renewing.JoinAsync(() => RenewOnceAsync(due: null), cancellationToken).ConfigureAwait(false);
        if (renewal.Failure is not null)
        {
            ExceptionDispatchInfo.Capture(renewal.Failure).Throw();
        }

        return UsableToken(storeFailure: null);
    }

    /// <summary>
    /// Gets a replacement for a token that the server has refused: a different token in memory, otherwise a different
    /// one in the store, otherwise a renewed one. <see langword="null"/> if the token is still valid and was refused
    /// for another reason.
    /// </summary>
    /// <exception cref="VerifikLoginRequiredException">The server refused to renew the token, or the account has no token.</exception>
    public async Task<VerifikToken?> ReplaceAsync(VerifikToken refused, CancellationToken cancellationToken)
    {
        _context.Metrics.Refusal(_context.Name);
        if (Successor(refused) is { } known)
        {
            return known;
        }

        var failure = await _replacing.JoinAsync(() => ReloadOrRenewAsync(refused), cancellationToken).ConfigureAwait(false);
        var current = UsableToken(failure);
        return current.Value == refused.Value ? null : current;
    }

    private VerifikToken? Successor(VerifikToken refused) =>
        _state is { Token: not null } state && state.IsUsable(_context.Now) && !state.Holds(refused) ? state.Token : null;

    private async Task<Exception?> ReloadOrRenewAsync(VerifikToken refused)
    {
        TokenLog.TokenRefused(_context.Logger, Name, refused.ExpiresAt);
        var failure = await _changes.RunAsync(ReconcileAsync, CancellationToken.None).ConfigureAwait(false);
        if (!_state.Holds(refused) || !_state.IsUsable(_context.Now)
            || (_rejectionCheckedAt is { } last && _context.Time.GetElapsedTime(last) < RejectionCheckInterval))
        {
            return failure;
        }

        _rejectionCheckedAt = _context.Time.GetTimestamp();
        var renewal = await _renewing.JoinAsync(() => RenewOnceAsync(refused), CancellationToken.None).ConfigureAwait(false);
        if (renewal.Outcome == RenewalOutcome.Refused)
        {
            failure = await _changes.RunAsync(() => ReloadAndRejectAsync(refused), CancellationToken.None).ConfigureAwait(false);
        }

        return failure;
    }

    // Another process that has revoked the token may have written its own while the server was asked. A rejected token is
    // kept and tried again later: the server may have been wrong, and the token was paid for.
    private async Task<Exception?> ReloadAndRejectAsync(VerifikToken refused)
    {
        var failure = await ReconcileAsync().ConfigureAwait(false);
        if (_state.Holds(refused))
        {
            _state = _state.Rejected(_context.Now + RejectionCheckInterval);
            TokenLog.TokenRejected(_context.Logger, Name, refused.ExpiresAt);
        }

        return failure;
    }

    /// <summary>Runs one renewal. If <paramref name="due"/> is given, only if it is still the account's token.</summary>
    private async Task<Renewal> RenewOnceAsync(VerifikToken? due)
    {
        TokenLog.RenewalBegins(_context.Logger, Name);
        using var activity = VerifikDiagnostics.Source.StartActivity("verifik.token.renew");
        var renewal = await RenewUnlessReplacedAsync(due).ConfigureAwait(false);
        activity?.SetTag("outcome", renewal.ToString());
        if (renewal.Failure is not null)
        {
            activity.Fail(renewal.Failure);
        }

        _context.Metrics.Renewal(_context.Name, renewal.Outcome);
        Report(renewal);
        return renewal;
    }

    private async Task<Renewal> RenewUnlessReplacedAsync(VerifikToken? due)
    {
        var before = await _changes.RunAsync(
            async () =>
            {
                await ReconcileAsync().ConfigureAwait(false);
                return _state;
            },
            CancellationToken.None).ConfigureAwait(false);
        if (before.Token is null || _context.Now >= before.Token.ExpiresAt || (due is not null && !before.Holds(due)) || _isStopped)
        {
            return Renewal.NotNeeded;
        }

        var renewal = await TryRenewAsync(before.Token).ConfigureAwait(false);
        return await _changes.RunAsync(() => TakeRenewedAsync(before.Entry!, renewal), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Renewal> TakeRenewedAsync(TokenEntry before, Renewal renewal)
    {
        if (!ReferenceEquals(_state.Entry, before))
        {
            return Renewal.NotNeeded;
        }

        if (renewal.Outcome == RenewalOutcome.Renewed)
        {
            // Publish resets the flag, but the version of the login must still be based on the store.
            var isCounted = _isCounted;
            Publish(EntryOf(renewal.Token, before.Version.Renewed()), _state.HasRevoked);
            _isCounted = isCounted;
            await ReconcileAsync().ConfigureAwait(false);
        }

        return renewal;
    }

    /// <summary>Renews a token on the server. The response also shows whether the token is still valid.</summary>
    private async Task<Renewal> TryRenewAsync(VerifikToken current)
    {
        try
        {
            var renewed = await ExchangeAsync((client, cancellation) => client.RenewAsync(current, cancellation)).ConfigureAwait(false);
            return renewed.ExpiresAt > current.ExpiresAt && renewed.ExpiresAt > _context.Now
                ? new Renewal(RenewalOutcome.Renewed, renewed)
                : new Renewal(RenewalOutcome.NotLonger);
        }
        catch (Exception exception)
        {
            return new Renewal(IsRefusal(exception) ? RenewalOutcome.Refused : RenewalOutcome.Failed, Failure: exception);
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is VerifikApiException { Failure: VerifikApiFailure.Refused } refused
        && (refused.StatusCode == HttpStatusCode.Unauthorized
            || (refused.StatusCode == HttpStatusCode.Forbidden && refused.Error?.Message == TokenRefusal.ExpiredMessage));

    private void Report(Renewal renewal)
    {
        // Before the renewal is due, a new token that expires no later than the current one is not a failure.
        var state = _state;
        var isFailure = state.Token is not null && renewal.IsFailure && (renewal.Failure is not null || _context.Now >= state.RenewAt);
        if (!isFailure || state.Token is not { } current)
        {
            Volatile.Write(ref _failures, 0);
            _retryAt = _context.Time.GetTimestamp();
            if (renewal.Outcome == RenewalOutcome.Renewed)
            {
                TokenLog.Renewed(_context.Logger, Name, renewal.Token!.ExpiresAt);
            }
            else
            {
                TokenLog.RenewalNotNeeded(_context.Logger, Name);
            }

            return;
        }

        var failures = Interlocked.Increment(ref _failures);
        var pause = _context.Schedule.Pause(failures, current.ExpiresAt - _context.Now);
        RetryIn(pause);
        if (renewal.Failure is not null)
        {
            TokenLog.RenewalFailed(_context.Logger, Name, renewal.Failure, failures, pause, current.ExpiresAt);
        }
        else
        {
            TokenLog.RenewalNotLonger(_context.Logger, Name, current.ExpiresAt, pause);
        }
    }
}

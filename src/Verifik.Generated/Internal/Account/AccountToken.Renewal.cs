using System.Net;
using System.Runtime.ExceptionServices;

namespace Verifik.Internal.Account;

// Renewals. The exchange itself runs outside the queue, so that a person's act need not wait for it: its token is taken only
// if nothing has changed since it began.
internal sealed partial class AccountToken
{
    private static readonly TimeSpan AskedAtMostEvery = TimeSpan.FromMinutes(10);

    private readonly Flight<Renewal> _renewing;
    private readonly Flight<Exception?> _replacing;
    private long? _askedAt;
    private int _failures;

    /// <summary>Attempts at a renewal in a row that failed.</summary>
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
    /// Another token for one that the server has refused: the one in memory if it is another by now, else the one in the
    /// store, else a renewed one. <see langword="null"/> where the token is good and the refusal says something else.
    /// </summary>
    /// <exception cref="VerifikLoginRequiredException">The server refuses to renew the token, or there is none any more.</exception>
    public async Task<VerifikToken?> ReplaceAsync(VerifikToken refused, CancellationToken cancellationToken)
    {
        _context.Metrics.Refusal(_context.Name);
        if (Successor(refused) is { } known)
        {
            return known;
        }

        var failure = await _replacing.JoinAsync(() => LookOrAskAsync(refused), cancellationToken).ConfigureAwait(false);
        var current = UsableToken(failure);
        return current.Value == refused.Value ? null : current;
    }

    private VerifikToken? Successor(VerifikToken refused) =>
        _state is { Token: not null } state && state.IsUsable(_context.Now) && !state.Holds(refused) ? state.Token : null;

    private async Task<Exception?> LookOrAskAsync(VerifikToken refused)
    {
        TokenLog.TokenRefused(_context.Logger, Name, refused.ExpiresAt);
        var failure = await _changes.RunAsync(ReconcileAsync, CancellationToken.None).ConfigureAwait(false);
        if (!_state.Holds(refused) || !_state.IsUsable(_context.Now)
            || (_askedAt is { } last && _context.Time.GetElapsedTime(last) < AskedAtMostEvery))
        {
            return failure;
        }

        _askedAt = _context.Time.GetTimestamp();
        var renewal = await _renewing.JoinAsync(() => RenewOnceAsync(refused), CancellationToken.None).ConfigureAwait(false);
        if (renewal.Outcome == RenewalOutcome.Refused)
        {
            failure = await _changes.RunAsync(() => LookAndRejectAsync(refused), CancellationToken.None).ConfigureAwait(false);
        }

        return failure;
    }

    // Another process that has revoked the token may have written its own while the server was asked. What is rejected is
    // kept, and tried again later: the server may have been wrong, and the token was paid for.
    private async Task<Exception?> LookAndRejectAsync(VerifikToken refused)
    {
        var failure = await ReconcileAsync().ConfigureAwait(false);
        if (_state.Holds(refused))
        {
            _state = _state.Rejected(_context.Now + AskedAtMostEvery);
            TokenLog.TokenRejected(_context.Logger, Name, refused.ExpiresAt);
        }

        return failure;
    }

    /// <summary>One renewal. With a token that is due for it, only where the account still has that one.</summary>
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

        var renewal = await AskAsync(before.Token).ConfigureAwait(false);
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
            // A login that is still to be counted up from the store stays so.
            var isCounted = _isCounted;
            Publish(EntryOf(renewal.Token, before.Version.Renewed()), _state.HasRevoked);
            _isCounted = isCounted;
            await ReconcileAsync().ConfigureAwait(false);
        }

        return renewal;
    }

    /// <summary>Asks the server to renew a token, which says at the same time whether it is still good.</summary>
    private async Task<Renewal> AskAsync(VerifikToken current)
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
        // Before the renewal is due, a new token that does not outlast the current one is no failure.
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

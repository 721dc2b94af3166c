using System.Diagnostics;

namespace Verifik.Internal.Account;

// The acts of a person. Each is in the queue as a whole, its exchange with the server included: the server's order of two of
// them must be ours. What has begun is kept though the caller has left.
internal sealed partial class AccountToken
{
    /// <summary>Sends a one-time password to the person: one paid message.</summary>
    public Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken) => StepAsync(
        "request",
        async () =>
        {
            ThrowIfStopped();
            Account.Validate();
            var sent = await ExchangeAsync(Account.SendCodeAsync, cancellationToken).ConfigureAwait(false);
            TokenLog.CodeSent(_context.Logger, Name);
            return sent;
        },
        Activity.Current?.Context,
        cancellationToken);

    /// <summary>Exchanges a one-time password for a token, and keeps it.</summary>
    public async Task<VerifikToken> LoginAsync(string otp, CancellationToken cancellationToken)
    {
        var parent = Activity.Current?.Context;
        return await _changes.RunAsync(() => StepAsync("confirm", () => ConfirmAsync(otp), parent, CancellationToken.None), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Exchanges the token, and all earlier ones, for a new one, and keeps it.</summary>
    public async Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken)
    {
        var parent = Activity.Current?.Context;
        return await _changes.RunAsync(() => RevokeOnceAsync(parent), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets the token, here and in the store.</summary>
    /// <exception cref="VerifikTokenStoreException">The store may still have it.</exception>
    public Task LogoutAsync(CancellationToken cancellationToken) => _changes.RunAsync(LogoutOnceAsync, cancellationToken);

    private async Task<VerifikToken> ConfirmAsync(string otp)
    {
        Account.ValidateCode(otp);
        ThrowIfStopped();
        var failure = await ReconcileAsync().ConfigureAwait(false);
        var before = _state.Version;
        var token = await ExchangeAsync((client, cancellation) => client.ConfirmAsync(Account, otp, cancellation)).ConfigureAwait(false);
        await TakeAsync(token, TokenAct.Login, before, isCounted: failure is null).ConfigureAwait(false);
        TokenLog.LoggedIn(_context.Logger, Name, token.ExpiresAt);
        return token;
    }

    private async Task<VerifikToken> RevokeOnceAsync(ActivityContext? parent)
    {
        using var activity = VerifikDiagnostics.Source.StartActivity("verifik.token.revoke", ActivityKind.Internal, parent ?? default);
        try
        {
            ThrowIfStopped();
            var current = UsableToken(await ReconcileAsync().ConfigureAwait(false));
            var before = _state.Version;
            var token = await ExchangeAsync((client, cancellation) => client.RevokeAsync(current, cancellation)).ConfigureAwait(false);
            await TakeAsync(token, TokenAct.Revocation, before).ConfigureAwait(false);
            TokenLog.Revoked(_context.Logger, Name, token.ExpiresAt);
            return token;
        }
        catch (Exception exception)
        {
            activity.Fail(exception);
            throw;
        }
    }

    private async Task<bool> LogoutOnceAsync()
    {
        // Forgotten here first, whatever the store does; then counted up from what the store has. What cannot be read is
        // written over.
        var before = _state.Version;
        Publish(EntryOf(token: null, before.AfterUnread(TokenAct.Logout)));
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            StoreAnswered();
            Publish(EntryOf(token: null, TokenVersion.Latest(stored?.Version ?? default, before).After(TokenAct.Logout)));
        }
        catch (Exception exception)
        {
            StoreFailed(exception);
        }

        if (await TryWriteAsync(_state.Entry!).ConfigureAwait(false) is { } failure)
        {
            throw StoreException(failure);
        }

        TokenLog.LoggedOut(_context.Logger, Name);
        return true;
    }

    private async Task<T> StepAsync<T>(string step, Func<Task<T>> run, ActivityContext? parent, CancellationToken cancellationToken)
    {
        using var activity = VerifikDiagnostics.Source.StartActivity("verifik.login." + step, ActivityKind.Internal, parent ?? default);
        try
        {
            var result = await run().ConfigureAwait(false);
            _context.Metrics.Login(_context.Name, step, "done");
            return result;
        }
        catch (Exception exception)
        {
            var outcome = exception switch
            {
                VerifikApiException { Failure: VerifikApiFailure.Refused } => "refused",
                VerifikApiException => "unreadable",
                ArgumentException => "invalid",
                OperationCanceledException => cancellationToken.IsCancellationRequested || _isStopped ? "cancelled" : "timeout",
                ObjectDisposedException => "cancelled",
                _ => "failed",
            };
            activity.Fail(exception);
            _context.Metrics.Login(_context.Name, step, outcome);
            TokenLog.LoginFailed(_context.Logger, Name, step, outcome);
            throw;
        }
    }
}

using System.Diagnostics;

namespace Verifik.Internal.Account;

// User actions. Each runs in the queue, including its exchange with the server, so that the server and this process see
// two of them in the same order. The result of an exchange is stored even if the caller has cancelled.
internal sealed partial class AccountToken
{
    /// <summary>Sends a one-time password: one paid message.</summary>
    public Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken) => StepAsync(
        "request",
        async () =>
        {
            ThrowIfStopped();
            var sent = await ExchangeAsync(Account.SendCodeAsync, cancellationToken).ConfigureAwait(false);
            TokenLog.CodeSent(_context.Logger, Name);
            return sent;
        },
        Activity.Current?.Context,
        cancellationToken);

    /// <summary>Exchanges a one-time password for a token and stores it.</summary>
    public async Task<VerifikToken> LoginAsync(string otp, CancellationToken cancellationToken)
    {
        var parent = Activity.Current?.Context;
        return await _changes.RunAsync(() => StepAsync("confirm", () => ConfirmAsync(otp), parent, CancellationToken.None), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Exchanges the token for a new one, which invalidates all earlier ones, and stores it.</summary>
    public async Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken)
    {
        var parent = Activity.Current?.Context;
        return await _changes.RunAsync(() => RevokeOnceAsync(parent), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the token from memory and from the store.</summary>
    /// <exception cref="VerifikTokenStoreException">The store may still contain it.</exception>
    public Task LogoutAsync(CancellationToken cancellationToken) => _changes.RunAsync(LogoutOnceAsync, cancellationToken);

    private async Task<VerifikToken> ConfirmAsync(string otp)
    {
        Account.ValidateCode(otp);
        ThrowIfStopped();
        var failure = await ReconcileAsync().ConfigureAwait(false);
        var before = _state.Version;
        var token = await ExchangeAsync((client, cancellation) => client.ConfirmAsync(Account, otp, cancellation)).ConfigureAwait(false);
        await TakeAsync(token, UserAction.Login, before, isCounted: failure is null).ConfigureAwait(false);
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
            await TakeAsync(token, UserAction.Revocation, before).ConfigureAwait(false);
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
        // Removes the token from memory first, even if the store fails. The version is then based on the stored entry;
        // an entry that cannot be read is overwritten.
        var before = _state.Version;
        Publish(EntryOf(token: null, before.AfterUnread(UserAction.Logout)));
        try
        {
            var stored = await _context.Store.ReadAsync(_key).ConfigureAwait(false);
            Publish(EntryOf(token: null, TokenVersion.Latest(stored?.Version ?? default, before).After(UserAction.Logout)));
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

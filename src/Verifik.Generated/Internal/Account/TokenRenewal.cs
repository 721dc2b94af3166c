namespace Verifik.Internal.Account;

/// <summary>
/// Renews the token while it is still valid, behind the callers: they go on with the one that there is. Looks into the
/// store first, because another process may have renewed; lets one process of a fleet do it. It asks nobody for a code.
/// </summary>
internal sealed class TokenRenewal(
    TokenMemory memory,
    TokenVault vault,
    RenewalReport report,
    Func<VerifikClient> client,
    TimeProvider time,
    CancellationToken stopping)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RenewalClaim _claim = new(vault, time);

    /// <summary>Starts a renewal if one is due and none is under way. Returns at once.</summary>
    public bool BeginIfDue()
    {
        if (memory.State.Token is not { } current || !memory.TryBeginRenewal(current, RenewalClaim.Duration))
        {
            return false;
        }

        report.Begins();
        _ = Detached.Run(() => RunAsync(current));
        return true;
    }

    /// <summary>Gets a new token for a valid one, now, and keeps it.</summary>
    /// <exception cref="VerifikApiException">The server gave none.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="VerifikLoginRequiredException">Somebody has logged out in the meantime.</exception>
    /// <exception cref="OperationCanceledException">No response came for two minutes, or the application stops.</exception>
    public async Task<VerifikToken> ReplaceAsync(VerifikToken current, bool revoke)
    {
        using var activity = VerifikDiagnostics.Source.StartActivity(revoke ? "verifik.token.revoke" : "verifik.token.renew");
        try
        {
            var renewed = await RequestAsync(current, revoke).ConfigureAwait(false);
            var entry = vault.EntryOf(renewed);
            if (!memory.TryTake(entry))
            {
                throw new VerifikLoginRequiredException(VerifikLoginRequiredReason.Revoked);
            }

            await vault.KeepAsync(entry).ConfigureAwait(false);
            report.Exchanged(renewed);
            return renewed;
        }
        catch (Exception exception)
        {
            activity.Fail(exception);
            report.NotExchanged();
            throw;
        }
    }

    private async Task RunAsync(VerifikToken current)
    {
        using var activity = VerifikDiagnostics.Source.StartActivity("verifik.token.renew");
        RenewalOutcome outcome;
        Exception? failure = null;
        try
        {
            outcome = await TryRenewAsync(current).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            (outcome, failure) = (RenewalOutcome.Failed, exception);
            activity.Fail(exception);
        }

        if (!stopping.IsCancellationRequested)
        {
            activity?.SetTag("outcome", outcome.ToString());
            report.Ends(outcome, failure, current);
        }
    }

    private async Task<RenewalOutcome> TryRenewAsync(VerifikToken current)
    {
        if (await IsReplacedAsync(current).ConfigureAwait(false))
        {
            return RenewalOutcome.NotNeeded;
        }

        if (!await TryClaimAsync().ConfigureAwait(false))
        {
            return RenewalOutcome.LeftToAnother;
        }

        // The claim took a while, and so does the server: a renewal or a logout elsewhere goes before this one.
        if (await IsReplacedAsync(current).ConfigureAwait(false))
        {
            return RenewalOutcome.NotNeeded;
        }

        var renewed = await RequestAsync(current, revoke: false).ConfigureAwait(false);
        if (await IsReplacedAsync(current).ConfigureAwait(false))
        {
            return RenewalOutcome.NotNeeded;
        }

        var entry = vault.EntryOf(renewed);
        if (!memory.TryTake(entry, current))
        {
            return RenewalOutcome.NotNeeded;
        }

        await vault.KeepAsync(entry).ConfigureAwait(false);
        return RenewalOutcome.Renewed;
    }

    private async Task<bool> IsReplacedAsync(VerifikToken current)
    {
        try
        {
            memory.Adopt(await vault.ReadAsync().ConfigureAwait(false));
        }
        catch (VerifikTokenStoreException)
        {
            // Logged where it was thrown. Without the store, this process looks after itself.
        }

        return !memory.State.Holds(current);
    }

    private async Task<bool> TryClaimAsync()
    {
        try
        {
            return await _claim.TryTakeAsync(stopping).ConfigureAwait(false);
        }
        catch (VerifikTokenStoreException)
        {
            // As above: a renewal too many costs less than a token that ends.
            return true;
        }
    }

    private async Task<VerifikToken> RequestAsync(VerifikToken current, bool revoke)
    {
#if NET
        using var patience = new CancellationTokenSource(Patience, time);
#else
        using var patience = time.CreateCancellationTokenSource(Patience);
#endif
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        var request = revoke ? client().RevokeAsync(current, either.Token) : client().RenewAsync(current, either.Token);
        return await request.ConfigureAwait(false);
    }
}

using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Account;

/// <summary>The store as the rest of the SDK sees it: one account, bounded in time, and never trusted.</summary>
internal sealed class TokenVault(
    IVerifikTokenStore store, Func<string> findKey, RenewalSchedule schedule, TimeProvider time, ILogger logger, CancellationToken stopping)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string? _key;
    private TokenEntry? _latest;

    public string Key => _key ??= findKey();

    /// <summary>The account's entry for a token that was obtained now; without one, for a logout.</summary>
    public TokenEntry EntryOf(VerifikToken? token) => new(Key, time.GetUtcNow(), token);

    /// <summary>The account's entry; <see langword="null"/> where there is none that can be read.</summary>
    /// <exception cref="VerifikTokenStoreException">The store failed, or took too long.</exception>
    public async Task<TokenEntry?> ReadAsync()
    {
        var bytes = await ReadAsync(Key).ConfigureAwait(false);
        var entry = bytes is null ? null : TokenEntry.Read(bytes);
        if (bytes is null || entry?.Key == Key)
        {
            return entry;
        }

        TokenLog.EntryUnreadable(logger);
        return null;
    }

    /// <inheritdoc cref="ReadAsync()" path="/exception"/>
    public Task WriteAsync(TokenEntry entry)
    {
        _latest = entry;
        return WriteAsync(entry.Key, entry.Write(), entry.Token?.ExpiresAt ?? entry.Since + VerifikToken.Lifetime);
    }

    /// <summary>Writes an entry: now, or else once the store is back, unless there is a later one by then.</summary>
    public async Task KeepAsync(TokenEntry entry)
    {
        try
        {
            await WriteAsync(entry).ConfigureAwait(false);
        }
        catch (VerifikTokenStoreException)
        {
            _ = KeepLaterAsync(entry);
        }
    }

    private async Task KeepLaterAsync(TokenEntry entry)
    {
        for (var failures = 1; !stopping.IsCancellationRequested; failures++)
        {
            await Task.Delay(schedule.Pause(failures), time, stopping).ConfigureAwait(false);
            try
            {
                if (ReferenceEquals(_latest, entry) && !((await ReadAsync().ConfigureAwait(false))?.Since > entry.Since))
                {
                    await WriteAsync(entry).ConfigureAwait(false);
                }

                return;
            }
            catch (VerifikTokenStoreException)
            {
                // Logged where it was thrown, and tried again after a longer pause.
            }
        }
    }

    /// <inheritdoc cref="ReadAsync()" path="/exception"/>
    public Task<byte[]?> ReadClaimAsync() => ReadAsync(TokenKey.OfClaim(Key));

    /// <inheritdoc cref="ReadAsync()" path="/exception"/>
    public Task WriteClaimAsync(byte[] claim, DateTimeOffset until) => WriteAsync(TokenKey.OfClaim(Key), claim, until);

    private Task<byte[]?> ReadAsync(string key) => AttemptAsync(cancellation => store.ReadAsync(key, cancellation));

    private Task<bool> WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt) => AttemptAsync(async cancellation =>
    {
        await store.WriteAsync(key, entry, expiresAt, cancellation).ConfigureAwait(false);
        return true;
    });

    // A store that ignores the cancellation, or holds the thread, is not waited for either.
    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> attempt)
    {
        using var cancellation = new CancellationTokenSource();
        try
        {
            return await Task.Run(() => attempt(cancellation.Token)).WaitAsync(Patience, time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellation.Cancel();
            TokenLog.StoreFailed(logger, exception);
            throw new VerifikTokenStoreException(exception);
        }
    }
}

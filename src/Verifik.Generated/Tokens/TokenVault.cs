using Microsoft.Extensions.Logging;

namespace Verifik;

/// <summary>The store as the rest of the SDK sees it: one account, bounded in time, and never trusted.</summary>
internal sealed class TokenVault(ITokenStore store, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The account's entry; <see langword="null"/> where there is none that can be read.</summary>
    /// <exception cref="VerifikTokenStoreException">The store failed, or took too long.</exception>
    public async Task<TokenEntry?> ReadAsync(string key)
    {
        var bytes = await AttemptAsync(cancellation => store.ReadAsync(key, cancellation)).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        var entry = TokenEntry.Read(bytes);
        if (entry?.Key == key)
        {
            return entry;
        }

        TokenLog.EntryUnreadable(logger);
        return null;
    }

    /// <exception cref="VerifikTokenStoreException">The store failed, or took too long.</exception>
    public Task WriteAsync(TokenEntry entry, DateTimeOffset expiresAt) => AttemptAsync(async cancellation =>
    {
        await store.WriteAsync(entry.Key, entry.Write(), expiresAt, cancellation).ConfigureAwait(false);
        return true;
    });

    // A store that ignores the cancellation is not waited for either.
    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> attempt)
    {
        using var cancellation = new CancellationTokenSource();
        try
        {
            return await attempt(cancellation.Token).WaitAsync(Patience, time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellation.Cancel();
            TokenLog.StoreFailed(logger, exception);
            throw new VerifikTokenStoreException(exception);
        }
    }
}

namespace Verifik.Internal.Stores;

/// <summary>Calls the application's store with a timeout, and validates its entries.</summary>
internal sealed class AccountStore(IVerifikTokenStore store, Background background, TimeProvider time)
{
    /// <summary>The timeout of a read or a write.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private Task _returned = Task.CompletedTask;

    /// <summary>Reads the entry under a key; <see langword="null"/> if there is none.</summary>
    /// <exception cref="Exception">The store failed, timed out, or has an entry that cannot be read.</exception>
    public async Task<TokenEntry?> ReadAsync(string key)
    {
        var bytes = await AttemptAsync(cancellation => store.ReadAsync(key, cancellation)).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        return TokenEntry.Read(bytes) is { } entry && entry.Key == key
            ? entry
            : throw new InvalidDataException($"The entry {key} is damaged, or was written under another key. Log in again to replace it.");
    }

    /// <summary>Writes an entry.</summary>
    /// <exception cref="Exception">The store failed or timed out.</exception>
    public Task WriteAsync(TokenEntry entry) => AttemptAsync(async cancellation =>
    {
        await store.WriteAsync(entry.Key, entry.Write(), entry.ExpiresAt, cancellation).ConfigureAwait(false);
        return true;
    });

    // Does not wait for a store that ignores the cancellation or blocks the thread.
    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        using var cancellation = new CancellationTokenSource();
        var attempt = CallAsync(call, cancellation.Token);
        try
        {
            return await attempt.WaitAsync(Timeout, time).ConfigureAwait(false);
        }
        catch
        {
            cancellation.Cancel();
            _ = attempt.ContinueWith(static abandoned => abandoned.Exception, TaskScheduler.Default);
            throw;
        }
    }

    // A call waits until the previous one has returned its task, so that a store that blocks its thread blocks only
    // one, not one per attempt.
    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var returned = new TaskCompletionSource<bool>();
        Task before;
        lock (_gate)
        {
            (before, _returned) = (_returned, returned.Task);
        }

        Task<T> result;
        try
        {
            await before.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            result = await background.CallAsync(() => call(cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            returned.SetResult(true);
        }

        return await result.ConfigureAwait(false);
    }
}

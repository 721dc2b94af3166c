namespace Verifik.Internal.Stores;

/// <summary>The application's store as the rest of the SDK sees it: bounded in time, and never trusted.</summary>
internal sealed class AccountStore(IVerifikTokenStore store, Background background, TimeProvider time)
{
    /// <summary>How long a read or a write may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private Task _returned = Task.CompletedTask;

    /// <summary>The entry under a key; <see langword="null"/> where there is none.</summary>
    /// <exception cref="Exception">The store failed, took too long, or has an entry that cannot be read.</exception>
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
    /// <exception cref="Exception">The store failed, or took too long.</exception>
    public Task WriteAsync(TokenEntry entry) => AttemptAsync(async cancellation =>
    {
        await store.WriteAsync(entry.Key, entry.Write(), entry.ExpiresAt, cancellation).ConfigureAwait(false);
        return true;
    });

    // A store that ignores the cancellation, or holds the thread, is not waited for.
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

    // A call waits until the one before has returned its task: a store that holds its thread holds one, not one an attempt.
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

namespace Verifik;

/// <summary>
/// Stores entries by key until their expiry. An application implements it to store the token somewhere else; the
/// default is <see cref="VerifikMemoryTokenStore"/>.
/// </summary>
/// <remarks>
/// An entry contains the access token in plain text: anyone who can read the store can use the account, unless the
/// store encrypts its entries. Entries are validated when they are read: an entry that is damaged, or that belongs to
/// another account, counts as a failure of the store, and a login replaces it. A store that fails, or takes longer than
/// five seconds, breaks no call while there is a valid token in memory. If an entry cannot be read, throw an exception;
/// <see langword="null"/> means that nobody has logged in. Implementations must be thread-safe and return their task
/// without blocking: the next call waits until the previous one has returned its task.
/// </remarks>
public interface IVerifikTokenStore
{
    /// <summary>Reads an entry.</summary>
    /// <param name="key">Sixty-four lower-case hexadecimal digits; a hash, so that it reveals no telephone number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The entry that was last written under the key; <see langword="null"/> if there is none.</returns>
    Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes or replaces an entry atomically.</summary>
    /// <param name="key">As for <see cref="ReadAsync"/>.</param>
    /// <param name="entry">The entry, which is a secret.</param>
    /// <param name="expiresAt">When the entry may be deleted. A store may keep it longer.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that completes when the entry can be read.</returns>
    Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}

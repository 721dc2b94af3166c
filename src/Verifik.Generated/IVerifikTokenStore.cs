namespace Verifik;

/// <summary>
/// Keeps what the SDK asks it to keep, under a key, until a time. An application replaces it to keep the token
/// somewhere else; <see cref="VerifikMemoryTokenStore"/> is what it has otherwise.
/// </summary>
/// <remarks>
/// An entry holds the access token in the clear: whoever can read the store can act as the account, unless the store
/// encrypts. What a store answers is checked: an entry that is damaged, or of another account, counts as a failure of the
/// store, and a login replaces it. A store that fails, or takes longer than five seconds, breaks no call while there is a
/// valid token in memory. An entry that cannot be read must be an exception and never <see langword="null"/>, which means
/// that nobody has logged in. Implementations must be safe to call from several threads at once, and return their task at
/// once: the next call waits until this one has returned its task.
/// </remarks>
public interface IVerifikTokenStore
{
    /// <summary>Reads an entry.</summary>
    /// <param name="key">Sixty-four lower-case hexadecimal digits; a hash, so that no telephone number stands in it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>What was last written under the key; <see langword="null"/> where there is nothing.</returns>
    Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes an entry over the one that is there: whole, or not at all.</summary>
    /// <param name="key">As for <see cref="ReadAsync"/>.</param>
    /// <param name="entry">What to keep: a secret.</param>
    /// <param name="expiresAt">When nobody needs the entry any more. A store may keep it longer.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when the entry can be read.</returns>
    Task WriteAsync(string key, byte[] entry, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}

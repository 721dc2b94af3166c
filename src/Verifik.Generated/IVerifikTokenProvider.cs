namespace Verifik;

/// <summary>
/// Provides the access token of an account. It never asks a person for a code. Applications replace it with a fake in
/// their tests. Implementations are thread-safe.
/// </summary>
public interface IVerifikTokenProvider
{
    /// <summary>Gets a valid token: from memory, or otherwise from the token store.</summary>
    /// <param name="cancellationToken">Cancels this caller's wait only.</param>
    /// <returns>The token. With a valid token in memory, the call completes synchronously and allocates nothing.</returns>
    /// <exception cref="VerifikLoginRequiredException">No valid token is available: a person has to log in. See <see cref="VerifikLoginRequiredException.Reason"/>.</exception>
    /// <exception cref="VerifikTokenStoreException">There is no valid token in memory, and the store failed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default);
}

namespace Verifik;

/// <summary>
/// The access token of an account, for what the application does by itself. It never asks a person for a code. An
/// application replaces it by a fake in its own tests. Safe to share between threads.
/// </summary>
public interface IVerifikTokenProvider
{
    /// <summary>A token that is valid now: from memory, else from the token store.</summary>
    /// <param name="cancellationToken">Cancels this caller's wait, and nobody else's.</param>
    /// <returns>The token. Where one is in memory, nothing is awaited and nothing allocated.</returns>
    /// <exception cref="VerifikLoginRequiredException">There is none: a person has to log in. Its reason says why.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default);
}

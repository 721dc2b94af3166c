namespace Verifik;

/// <summary>
/// Provides the access token of the account in <see cref="VerifikOptions"/>: from memory, or otherwise from the store.
/// Before its expiry the token is renewed in the background, while callers use the current one. This type is
/// thread-safe; concurrent callers share one read of the store.
/// </summary>
public sealed class VerifikTokenProvider : IVerifikTokenProvider, IDisposable, IAsyncDisposable
{
    private readonly AccountRegistry _accounts;
    private AccountToken? _token;

    internal VerifikTokenProvider(AccountRegistry accounts) => _accounts = accounts;

    internal AccountToken Token => _token ??= _accounts.Default;

    /// <inheritdoc/>
    public ValueTask<VerifikToken> GetTokenAsync(CancellationToken cancellationToken = default) => Token.GetTokenAsync(cancellationToken);

    /// <summary>
    /// Stops renewals and waits up to ten seconds for an exchange with the server that is in progress; its result is
    /// stored. Tokens that were returned stay valid. A second call has no effect.
    /// </summary>
    /// <returns>A task that completes when no exchange is in progress.</returns>
    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    /// <summary>
    /// Stops renewals without waiting for an exchange that is in progress: prefer <see cref="DisposeAsync"/>. A second
    /// call has no effect.
    /// </summary>
    public void Dispose() => _accounts.Dispose();
}

namespace Verifik;

/// <summary>
/// The access token of the account of <see cref="VerifikOptions"/>: from memory, else from the store. In the window before
/// its expiry the token is renewed behind the callers, who go on with the one that is still valid. Safe to share between
/// threads; however many wait, the store is read once.
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
    /// Ends renewals, and waits for an exchange with the server that is under way, ten seconds at most: its result is
    /// kept. A token that was handed out stays valid. Does nothing the second time.
    /// </summary>
    /// <returns>A task that ends when nothing is under way.</returns>
    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    /// <summary>
    /// Ends renewals, without waiting for what is under way: prefer <see cref="DisposeAsync"/>. Does nothing the second
    /// time.
    /// </summary>
    public void Dispose() => _accounts.Dispose();
}

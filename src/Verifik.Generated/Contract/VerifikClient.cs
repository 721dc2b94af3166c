namespace Verifik;

// Adds to the generated operations: how the client is made, and a token of its own.
public sealed partial class VerifikClient
{
    /// <summary>
    /// A client over an <see cref="HttpClient"/>, whose base address is the server, with or without a trailing slash.
    /// An application that has a service provider calls <c>AddVerifik</c> instead. Without <see cref="WithToken"/>, the
    /// operations that need a token refuse to send.
    /// </summary>
    /// <remarks>
    /// The body of a POST is sent once, also across a redirect. What only <c>AddVerifik</c> holds: no redirect is followed
    /// at all, a resilience handler does not repeat a POST, and the header that carries a token is in no log of
    /// <see cref="HttpClient"/>. Give <paramref name="httpClient"/> a primary handler whose <c>AllowAutoRedirect</c> is
    /// false, and no handler that repeats a POST.
    /// </remarks>
    /// <param name="httpClient">Sends the requests. Its life is the caller's.</param>
    /// <param name="timeProvider">The time that a token's expiry is counted from; the system's when left out.</param>
    /// <param name="maxResponseBytes">The longest response that is read, in bytes; 8 MiB when left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxResponseBytes"/> is not positive, or more than 256 MiB.</exception>
    public VerifikClient(HttpClient httpClient, TimeProvider? timeProvider = null, int maxResponseBytes = VerifikOptions.DefaultMaxResponseBytes)
        : this(new ApiConnection(httpClient ?? throw new ArgumentNullException(nameof(httpClient)), maxResponseBytes, timeProvider))
    {
    }

    /// <summary>The same client, sending <paramref name="token"/> with the operations for which the contract asks one.</summary>
    /// <param name="token">The token to send.</param>
    /// <returns>A client that shares the <see cref="HttpClient"/> of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    public VerifikClient WithToken(VerifikToken token) => new(_connection.WithToken(token));

    /// <summary>The second half of a login: exchanges the code that the person received for a token.</summary>
    internal async Task<VerifikToken> ConfirmAsync(VerifikAccount account, string otp, CancellationToken cancellationToken)
    {
        var confirmed = await account.ConfirmAsync(this, otp, cancellationToken).ConfigureAwait(false);
        return confirmed.ToToken(account.ConfirmOperation, _connection.Time.GetUtcNow());
    }

    /// <summary>A new token for one that is still valid. The shortest life that the contract has: a month.</summary>
    internal async Task<VerifikToken> RenewAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewSessionAsync("refresh", expiresIn: 1, cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewSession", _connection.Time.GetUtcNow());
    }

    /// <summary>A new token for one that is still valid, after which no earlier one is.</summary>
    internal async Task<VerifikToken> RevokeAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewAndRevokeAsync(new RenewAndRevokeRequest(), cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewAndRevoke", _connection.Time.GetUtcNow());
    }
}

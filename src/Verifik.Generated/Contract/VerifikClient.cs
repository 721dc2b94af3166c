namespace Verifik;

// Adds to the generated operations: constructors, and a client with a fixed token.
public sealed partial class VerifikClient
{
    /// <summary>
    /// Creates a client that sends requests with an <see cref="HttpClient"/>, whose base address is the server, with or
    /// without a trailing slash. An application with a service provider calls <c>AddVerifik</c> instead. Operations
    /// that need a token throw unless <see cref="WithToken"/> was called.
    /// </summary>
    /// <remarks>
    /// The body of a POST is sent once and never repeated after a redirect. Only <c>AddVerifik</c> guarantees more: no
    /// redirect is followed, no resilience handler repeats a POST, and the <c>Authorization</c> header is redacted in
    /// the logs of <see cref="HttpClient"/>. Give <paramref name="httpClient"/> a primary handler with
    /// <c>AllowAutoRedirect</c> set to false, and no handler that repeats a POST.
    /// </remarks>
    /// <param name="httpClient">Sends the requests. The caller owns and disposes it.</param>
    /// <param name="timeProvider">The clock that a token's expiry is calculated with; the system clock by default.</param>
    /// <param name="maxResponseBytes">The largest response that is read, in bytes; 8 MiB by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxResponseBytes"/> is not positive, or more than 256 MiB.</exception>
    public VerifikClient(HttpClient httpClient, TimeProvider? timeProvider = null, int maxResponseBytes = VerifikOptions.DefaultMaxResponseBytes)
        : this(new ApiConnection(httpClient ?? throw new ArgumentNullException(nameof(httpClient)), maxResponseBytes, timeProvider))
    {
    }

    /// <summary>Creates a client that sends <paramref name="token"/> with the operations for which the contract requires a token.</summary>
    /// <param name="token">The token to send.</param>
    /// <returns>A client that shares this client's <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    public VerifikClient WithToken(VerifikToken token) => new(_connection.WithToken(token));

    /// <summary>The second step of a login: exchanges the code that the person received for a token.</summary>
    internal async Task<VerifikToken> ConfirmAsync(VerifikAccount account, string otp, CancellationToken cancellationToken)
    {
        var confirmed = await account.ConfirmAsync(this, otp, cancellationToken).ConfigureAwait(false);
        return confirmed.ToToken(account.ConfirmOperation, _connection.Time.GetUtcNow());
    }

    /// <summary>Exchanges a valid token for a new one, with the shortest lifetime that the contract allows: a month.</summary>
    internal async Task<VerifikToken> RenewAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewSessionAsync("refresh", expiresIn: 1, cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewSession", _connection.Time.GetUtcNow());
    }

    /// <summary>Exchanges a valid token for a new one, which invalidates all earlier ones.</summary>
    internal async Task<VerifikToken> RevokeAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewAndRevokeAsync(new RenewAndRevokeRequest(), cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewAndRevoke", _connection.Time.GetUtcNow());
    }
}

namespace Verifik;

// Adds to the generated operations: how the client is made, a token of its own, and the login as one call.
public sealed partial class VerifikClient
{
    private readonly ApiConnection _connection;
    private readonly TimeProvider _time;

    /// <summary>
    /// A client over an <see cref="HttpClient"/>, whose base address is the server, with or without a trailing slash.
    /// An application that has a service provider calls <c>AddVerifik</c> instead. Without <see cref="WithToken"/>, the
    /// operations that need a token refuse to send.
    /// </summary>
    /// <param name="httpClient">Sends the requests. Its life is the caller's.</param>
    /// <param name="timeProvider">The time that a token's end is counted from; the system's when left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is <see langword="null"/>.</exception>
    public VerifikClient(HttpClient httpClient, TimeProvider? timeProvider = null)
        : this(httpClient, VerifikOptions.DefaultMaxResponseBytes, timeProvider ?? TimeProvider.System, handlerAddsToken: false)
    {
    }

    internal VerifikClient(HttpClient httpClient, int maxResponseBytes, TimeProvider timeProvider, bool handlerAddsToken)
    {
        _ = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _connection = new ApiConnection(httpClient, maxResponseBytes, timeProvider, token: null, handlerAddsToken);
        _time = timeProvider;
    }

    private VerifikClient(ApiConnection connection, TimeProvider timeProvider)
    {
        _connection = connection;
        _time = timeProvider;
    }

    /// <summary>The same client, sending <paramref name="token"/> with the operations for which the contract asks one.</summary>
    /// <param name="token">The token to send.</param>
    /// <returns>A client that shares the <see cref="HttpClient"/> of this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    public VerifikClient WithToken(VerifikToken token) =>
        new(_connection.WithToken(token ?? throw new ArgumentNullException(nameof(token))), _time);

    /// <inheritdoc/>
    public async Task<VerifikToken> LoginAsync(PhoneAccount account, IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default)
    {
        _ = account ?? throw new ArgumentNullException(nameof(account));
        _ = prompt ?? throw new ArgumentNullException(nameof(prompt));

        var request = new PhoneLoginRequest { CountryCode = account.CountryCode, Phone = account.Phone };
        var sent = await RequestPhoneLoginAsync(request, cancellationToken).ConfigureAwait(false);
        var otp = await prompt.ReadOtpAsync(account, sent, cancellationToken).ConfigureAwait(false);
        return await ConfirmAsync(account, otp, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The second half of a login: exchanges the code that the person received for a token.</summary>
    internal async Task<VerifikToken> ConfirmAsync(PhoneAccount account, string otp, CancellationToken cancellationToken)
    {
        var confirmation = new PhoneLoginConfirmation { CountryCode = account.CountryCode, Phone = account.Phone, Otp = otp };
        var confirmed = await ConfirmPhoneLoginAsync(confirmation, cancellationToken).ConfigureAwait(false);
        return confirmed.Data.ToToken("ConfirmPhoneLogin", _time.GetUtcNow());
    }

    /// <summary>A new token for one that is still valid. The shortest life that the contract has: a month.</summary>
    internal async Task<VerifikToken> RenewAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewSessionAsync("refresh", expiresIn: 1, cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewSession", _time.GetUtcNow());
    }

    /// <summary>A new token for one that is still valid, after which no earlier one is.</summary>
    internal async Task<VerifikToken> RevokeAsync(VerifikToken current, CancellationToken cancellationToken)
    {
        var renewed = await WithToken(current).RenewAndRevokeAsync(new RenewAndRevokeRequest(), cancellationToken).ConfigureAwait(false);
        return renewed.ToToken("RenewAndRevoke", _time.GetUtcNow());
    }
}

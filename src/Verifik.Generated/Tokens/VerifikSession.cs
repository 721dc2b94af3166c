namespace Verifik;

/// <summary>
/// What a person does with the account's token. Every process that shares the token store goes on with what is done
/// here. Safe to share between threads.
/// </summary>
public sealed class VerifikSession
{
    private readonly TokenProvider _tokens;
    private readonly Func<VerifikClient> _client;

    internal VerifikSession(TokenProvider tokens, Func<VerifikClient> client)
    {
        _tokens = tokens;
        _client = client;
    }

    /// <summary>
    /// Logs in with a person in front of the program: sends the code, asks for it, and keeps the token. It sends one paid
    /// message, and nothing that fails is tried again.
    /// </summary>
    /// <param name="prompt">Asks the person for the code.</param>
    /// <param name="cancellationToken">Gives the login up; a message that was sent stays sent.</param>
    /// <returns>The token, which is kept already.</returns>
    /// <exception cref="ArgumentException">The code breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the telephone or the code.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    public async Task<VerifikToken> LoginAsync(IOtpPrompt prompt, CancellationToken cancellationToken = default)
    {
        _ = prompt ?? throw new ArgumentNullException(nameof(prompt));

        var sent = await BeginLoginAsync(cancellationToken).ConfigureAwait(false);
        var otp = await prompt.ReadOtpAsync(_tokens.Account, sent, cancellationToken).ConfigureAwait(false);
        return await CompleteLoginAsync(otp, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The first half of a login, for a web application: sends the code. One paid message a call; an earlier code no
    /// longer works. The second half may run in another process.
    /// </summary>
    /// <param name="cancellationToken">Gives the call up; a message that was sent stays sent.</param>
    /// <returns>What the server said: the channel of the message, and when the code expires.</returns>
    /// <inheritdoc cref="LoginAsync" path="/exception"/>
    public Task<PhoneLoginResponse> BeginLoginAsync(CancellationToken cancellationToken = default)
    {
        var account = _tokens.Account;
        var request = new PhoneLoginRequest { CountryCode = account.CountryCode, Phone = account.Phone };
        return _client().RequestPhoneLoginAsync(request, cancellationToken);
    }

    /// <summary>The second half of a login: exchanges the code that the person received for a token, and keeps it.</summary>
    /// <param name="otp">The six digits.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The token, which is kept already.</returns>
    /// <inheritdoc cref="LoginAsync" path="/exception"/>
    public async Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default)
    {
        var token = await _client().ConfirmAsync(_tokens.Account, otp, cancellationToken).ConfigureAwait(false);
        await _tokens.KeepAsync(token).ConfigureAwait(false);
        return token;
    }

    /// <summary>
    /// Forgets the token, here and in the store. The server goes on to accept it until its end.
    /// </summary>
    /// <param name="cancellationToken">Stops the wait for the store; what is in memory is forgotten at once.</param>
    /// <returns>A task that ends when the store has forgotten it.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikTokenStoreException">It is forgotten here, but the store failed and may still have it.</exception>
    public Task LogoutAsync(CancellationToken cancellationToken = default) => _tokens.GiveUpAsync(cancellationToken);
}

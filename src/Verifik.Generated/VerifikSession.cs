using Microsoft.Extensions.Logging;

namespace Verifik;

/// <summary>
/// What a person does with the account's token. Every process that shares the token store goes on with what is done
/// here. Safe to share between threads.
/// </summary>
public sealed class VerifikSession
{
    private readonly VerifikTokenProvider _tokens;
    private readonly Func<VerifikClient> _client;
    private readonly ILogger _logger;
    private readonly TokenMetrics _metrics;

    internal VerifikSession(VerifikTokenProvider tokens, Func<VerifikClient> client, ILogger<VerifikSession> logger, TokenMetrics metrics)
    {
        _tokens = tokens;
        _client = client;
        _logger = logger;
        _metrics = metrics;
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
    public async Task<VerifikToken> LoginAsync(IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default)
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
    public async Task<PhoneLoginResponse> BeginLoginAsync(CancellationToken cancellationToken = default)
    {
        var account = _tokens.Account;
        var request = new PhoneLoginRequest { CountryCode = account.CountryCode, Phone = account.Phone };
        var sent = await StepAsync("request", () => _client().RequestPhoneLoginAsync(request, cancellationToken)).ConfigureAwait(false);
        TokenLog.CodeSent(_logger);
        return sent;
    }

    /// <summary>The second half of a login: exchanges the code that the person received for a token, and keeps it.</summary>
    /// <param name="otp">The six digits.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The token, which is kept already.</returns>
    /// <inheritdoc cref="LoginAsync" path="/exception"/>
    public async Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default)
    {
        var account = _tokens.Account;
        var token = await StepAsync("confirm", () => _client().ConfirmAsync(account, otp, cancellationToken)).ConfigureAwait(false);
        await _tokens.KeepAsync(token).ConfigureAwait(false);
        TokenLog.LoggedIn(_logger, token.ExpiresAt);
        return token;
    }

    /// <summary>
    /// Exchanges the token for a new one now. Nobody has to: it happens by itself, in the window before its end. The
    /// earlier token stays valid until its own end.
    /// </summary>
    /// <param name="cancellationToken">Stops the wait; a renewal that has begun goes on, and its token is kept.</param>
    /// <returns>The new token, which is kept already.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikLoginRequiredException">There is no valid token to renew.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
    /// <exception cref="VerifikApiException">The server did not renew it.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    public Task<VerifikToken> RenewAsync(CancellationToken cancellationToken = default) =>
        _tokens.RenewAsync(revoke: false, cancellationToken);

    /// <summary>
    /// Exchanges the token for a new one and makes every earlier token of the account worthless, whoever holds it: for
    /// example after a token was seen where it should not be. Processes that share the store go on with the new one;
    /// others have to log in.
    /// </summary>
    /// <param name="cancellationToken">Stops the wait; an exchange that has begun goes on, and its token is kept.</param>
    /// <returns>The new token, which is kept already.</returns>
    /// <inheritdoc cref="RenewAsync" path="/exception"/>
    public Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken = default) =>
        _tokens.RenewAsync(revoke: true, cancellationToken);

    /// <summary>
    /// Forgets the token, here and in the store. Other processes that share the store forget it when they next look
    /// into it, at the latest when they would renew. The server goes on to accept the token until its end: call
    /// <see cref="RevokeAsync"/> first where that matters.
    /// </summary>
    /// <param name="cancellationToken">Stops the wait for the store; what is in memory is forgotten at once.</param>
    /// <returns>A task that ends when the store has forgotten it.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikTokenStoreException">It is forgotten here, but the store failed and may still have it.</exception>
    public async Task LogoutAsync(CancellationToken cancellationToken = default)
    {
        await _tokens.GiveUpAsync(cancellationToken).ConfigureAwait(false);
        TokenLog.LoggedOut(_logger);
    }

    private async Task<T> StepAsync<T>(string step, Func<Task<T>> run)
    {
        using var activity = VerifikDiagnostics.Source.StartActivity("verifik.login." + step);
        try
        {
            var result = await run().ConfigureAwait(false);
            _metrics.Login(step, "done");
            return result;
        }
        catch (Exception exception)
        {
            var outcome = exception switch
            {
                VerifikApiException => "refused",
                ArgumentException => "invalid",
                OperationCanceledException => "given_up",
                _ => "failed",
            };
            activity.Fail(exception);
            _metrics.Login(step, outcome);
            TokenLog.LoginFailed(_logger, step, outcome);
            throw;
        }
    }
}

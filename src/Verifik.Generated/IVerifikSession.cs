namespace Verifik;

/// <summary>
/// Logs an account in and out, and renews and revokes its token. Every process that shares the token store uses the
/// result. Applications replace it with a fake in their tests. Implementations are thread-safe.
/// </summary>
public interface IVerifikSession : IVerifikTokenProvider
{
    /// <summary>The account that the token belongs to.</summary>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    VerifikAccount Account { get; }

    /// <summary>
    /// Logs in interactively: sends the code, asks the person for it, and stores the token. Sends one paid message, and
    /// retries nothing that fails.
    /// </summary>
    /// <param name="prompt">Asks the person for the code.</param>
    /// <param name="cancellationToken">Cancels the login. A message that was sent is not recalled; if the exchange of the code has begun, it completes and its token is stored.</param>
    /// <returns>The token, already stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prompt"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The account or the code breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the account or the code.</exception>
    /// <exception cref="HttpRequestException">No response was received.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not arrive in time; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application is stopping.</exception>
    Task<VerifikToken> LoginAsync(IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default);

    /// <summary>
    /// The first step of a login in a web application: sends the code. Each call sends one paid message and invalidates
    /// an earlier code. The second step may run in another process.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call. A message that was sent is not recalled.</param>
    /// <returns>How the code was sent, and when it expires.</returns>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the account.</exception>
    /// <exception cref="HttpRequestException">No response was received.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not arrive in time; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application is stopping.</exception>
    Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken = default);

    /// <summary>The second step of a login: exchanges the code that the person received for a token, and stores it.</summary>
    /// <param name="otp">The six digits.</param>
    /// <param name="cancellationToken">Cancels the wait. An exchange that has begun completes, and its token is stored.</param>
    /// <returns>The token, already stored.</returns>
    /// <exception cref="ArgumentException">The code breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the code.</exception>
    /// <exception cref="HttpRequestException">No response was received.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not arrive in time; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application is stopping.</exception>
    Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default);

    /// <summary>
    /// Exchanges the token for a new one now. This is usually not necessary: tokens are renewed automatically before
    /// their expiry. The earlier token stays valid until its own expiry. A new token that expires no later than the
    /// current one is discarded.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait. A renewal that has begun completes, and its token is stored.</param>
    /// <returns>The account's current token, already stored.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikLoginRequiredException">There is no valid token to renew.</exception>
    /// <exception cref="VerifikTokenStoreException">There is no valid token in memory, and the store failed.</exception>
    /// <exception cref="VerifikApiException">The server did not renew it.</exception>
    /// <exception cref="HttpRequestException">No response was received.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not arrive in time; the inner exception is a <see cref="TimeoutException"/>.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application is stopping.</exception>
    Task<VerifikToken> RenewAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Exchanges the token for a new one and invalidates every earlier token of the account, for example after a token
    /// was leaked. Processes that share the store continue with the new one; others have to log in.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait. An exchange that has begun completes, and its token is stored.</param>
    /// <returns>The new token, already stored.</returns>
    /// <inheritdoc cref="RenewAsync" path="/exception"/>
    Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the token from memory and from the store. Other processes that share the store remove it when they next
    /// poll the store, within <see cref="VerifikOptions.StorePollInterval"/>. The server still accepts the token until
    /// its expiry: call <see cref="RevokeAsync"/> first if that matters.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait. A logout that has begun completes.</param>
    /// <returns>A task that completes when the token is removed from the store.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikTokenStoreException">The token was removed from memory, but the store failed and may still contain it.</exception>
    Task LogoutAsync(CancellationToken cancellationToken = default);
}

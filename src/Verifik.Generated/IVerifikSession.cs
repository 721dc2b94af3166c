namespace Verifik;

/// <summary>
/// What a person does with an account's token. Every process that shares the token store goes on with what is done here.
/// An application replaces it by a fake in its own tests. Safe to share between threads.
/// </summary>
public interface IVerifikSession : IVerifikTokenProvider
{
    /// <summary>Whose token it is.</summary>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    VerifikAccount Account { get; }

    /// <summary>
    /// Logs in with a person in front of the program: sends the code, asks for it, and keeps the token. It sends one paid
    /// message, and nothing that fails is tried again.
    /// </summary>
    /// <param name="prompt">Asks the person for the code.</param>
    /// <param name="cancellationToken">Cancels the login; a message that was sent stays sent, and a code that was sent back is exchanged and its token kept.</param>
    /// <returns>The token, which is kept already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prompt"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The account or the code breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the account or the code.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not come in time: a <see cref="TimeoutException"/> is inside.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application has begun to stop.</exception>
    Task<VerifikToken> LoginAsync(IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default);

    /// <summary>
    /// The first half of a login, for a web application: sends the code. One paid message a call; an earlier code no
    /// longer works. The second half may run in another process.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call; a message that was sent stays sent.</param>
    /// <returns>How the code was sent, and when it expires.</returns>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the account.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not come in time: a <see cref="TimeoutException"/> is inside.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application has begun to stop.</exception>
    Task<VerifikSentCode> BeginLoginAsync(CancellationToken cancellationToken = default);

    /// <summary>The second half of a login: exchanges the code that the person received for a token, and keeps it.</summary>
    /// <param name="otp">The six digits.</param>
    /// <param name="cancellationToken">Cancels the wait; an exchange that has begun goes on, and its token is kept.</param>
    /// <returns>The token, which is kept already.</returns>
    /// <exception cref="ArgumentException">The code breaks a constraint of the contract.</exception>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikApiException">The server refused the code.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not come in time: a <see cref="TimeoutException"/> is inside.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application has begun to stop.</exception>
    Task<VerifikToken> CompleteLoginAsync(string otp, CancellationToken cancellationToken = default);

    /// <summary>
    /// Exchanges the token for a new one now. Nobody has to: it happens by itself, in the window before the expiry. The
    /// earlier token stays valid until its own expiry. A new token that would not outlast the current one is left out.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait; a renewal that has begun goes on, and its token is kept.</param>
    /// <returns>The token that the account has now, which is kept already.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikLoginRequiredException">There is no valid token to renew.</exception>
    /// <exception cref="VerifikTokenStoreException">There is none in memory, and the store failed.</exception>
    /// <exception cref="VerifikApiException">The server did not renew it.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    /// <exception cref="TaskCanceledException">The whole response did not come in time: a <see cref="TimeoutException"/> is inside.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The application has begun to stop.</exception>
    Task<VerifikToken> RenewAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Exchanges the token for a new one and makes every earlier token of the account worthless, whoever holds it: for
    /// example after a token was seen where it should not be. Processes that share the store go on with the new one;
    /// others have to log in.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait; an exchange that has begun goes on, and its token is kept.</param>
    /// <returns>The new token, which is kept already.</returns>
    /// <inheritdoc cref="RenewAsync" path="/exception"/>
    Task<VerifikToken> RevokeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets the token, here and in the store. Other processes that share the store forget it at their next look into
    /// it, within <see cref="VerifikOptions.StorePollInterval"/>. The server goes on to accept the token until its expiry:
    /// call <see cref="RevokeAsync"/> first where that matters.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait; a logout that has begun goes on.</param>
    /// <returns>A task that ends when the store has forgotten it.</returns>
    /// <exception cref="InvalidOperationException"><see cref="VerifikOptions.Account"/> is not set.</exception>
    /// <exception cref="VerifikTokenStoreException">It is forgotten here, but the store failed and may still have it.</exception>
    Task LogoutAsync(CancellationToken cancellationToken = default);
}

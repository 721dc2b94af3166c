namespace Verifik;

// Adds to the generated operations: the login as one call.
public partial interface IVerifikClient
{
    /// <summary>
    /// Logs a person in: sends a one-time password to the telephone, asks the person for it, and exchanges it for a
    /// token. It sends one paid message, and nothing that fails is tried again.
    /// </summary>
    /// <param name="account">The telephone.</param>
    /// <param name="prompt">Asks the person for the code.</param>
    /// <param name="cancellationToken">Gives the login up; a message that was sent stays sent.</param>
    /// <returns>The token. Nothing has stored it.</returns>
    /// <exception cref="ArgumentException">The account or the code breaks a constraint of the contract.</exception>
    /// <exception cref="VerifikApiException">The server refused the telephone or the code.</exception>
    /// <exception cref="HttpRequestException">No response came.</exception>
    Task<VerifikToken> LoginAsync(PhoneAccount account, IVerifikOtpPrompt prompt, CancellationToken cancellationToken = default);
}

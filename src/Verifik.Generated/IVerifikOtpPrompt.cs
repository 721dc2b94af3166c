namespace Verifik;

/// <summary>Asks a person for the one-time password that they received. Implemented by the application.</summary>
public interface IVerifikOtpPrompt
{
    /// <summary>Asks for the code. Called once per login, after the code was sent.</summary>
    /// <param name="sent">The account that the code was sent to, how it was sent, and when it expires.</param>
    /// <param name="cancellationToken">Cancels the prompt.</param>
    /// <returns>The six digits.</returns>
    Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken);
}

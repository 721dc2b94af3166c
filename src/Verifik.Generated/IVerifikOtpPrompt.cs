namespace Verifik;

/// <summary>Asks a person for the one-time password that they received. An application implements it.</summary>
public interface IVerifikOtpPrompt
{
    /// <summary>Asks for the code. Called once a login, after the code was sent.</summary>
    /// <param name="sent">Whose code it is, how it was sent, and when it expires.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The six digits.</returns>
    Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken);
}

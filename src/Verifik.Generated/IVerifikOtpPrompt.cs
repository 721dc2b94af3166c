namespace Verifik;

/// <summary>Asks a person for the one-time password that a telephone received. An application implements it.</summary>
public interface IVerifikOtpPrompt
{
    /// <summary>Asks for the code. Called once a login, after the message was sent.</summary>
    /// <param name="account">The telephone that received the message.</param>
    /// <param name="sent">What the server said when it sent the message: its channel, and when the code expires.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <returns>The six digits.</returns>
    Task<string> ReadOtpAsync(PhoneAccount account, PhoneLoginResponse sent, CancellationToken cancellationToken);
}

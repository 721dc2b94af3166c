namespace Verifik;

/// <summary>A one-time password that the server has sent to a person. The code itself is not in it.</summary>
/// <param name="account">Whose code it is.</param>
/// <param name="channel">How it was sent, in the server's word, for example <c>whatsapp</c>, <c>sms</c> or <c>email</c>.</param>
/// <param name="expiresAt">When the code (not the token) stops working, in UTC.</param>
public sealed class VerifikSentCode(VerifikAccount account, string? channel, DateTimeOffset? expiresAt)
{
    /// <summary>Whose code it is.</summary>
    public VerifikAccount Account { get; } = account ?? throw new ArgumentNullException(nameof(account));

    /// <summary>
    /// How it was sent, in the server's word, for example <c>whatsapp</c>, <c>sms</c> or <c>email</c>;
    /// <see langword="null"/> where the server did not say.
    /// </summary>
    public string? Channel { get; } = channel;

    /// <summary>When the code (not the token) stops working, in UTC; <see langword="null"/> where the server did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt?.ToUniversalTime();
}

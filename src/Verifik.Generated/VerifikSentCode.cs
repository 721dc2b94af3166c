namespace Verifik;

/// <summary>Describes a one-time password that the server has sent to a person, without the code itself.</summary>
/// <param name="account">The account that the code was sent to.</param>
/// <param name="channel">How it was sent, as the server reported it, for example <c>whatsapp</c>, <c>sms</c> or <c>email</c>.</param>
/// <param name="expiresAt">When the code (not the token) expires, in UTC.</param>
public sealed class VerifikSentCode(VerifikAccount account, string? channel, DateTimeOffset? expiresAt)
{
    /// <summary>The account that the code was sent to.</summary>
    public VerifikAccount Account { get; } = account ?? throw new ArgumentNullException(nameof(account));

    /// <summary>
    /// How it was sent, as the server reported it, for example <c>whatsapp</c>, <c>sms</c> or <c>email</c>;
    /// <see langword="null"/> if it did not.
    /// </summary>
    public string? Channel { get; } = channel;

    /// <summary>When the code (not the token) expires, in UTC; <see langword="null"/> if the server did not report it.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt?.ToUniversalTime();
}

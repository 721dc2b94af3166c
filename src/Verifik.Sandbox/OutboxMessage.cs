using System.Diagnostics;

namespace Verifik.Sandbox;

/// <summary>A message with a one-time password. <see cref="ToString"/> hides the password.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OutboxMessage
{
    internal OutboxMessage(VerifikAccount account, string code, DateTimeOffset sentAt)
    {
        Account = account;
        Code = code;
        SentAt = sentAt;
    }

    /// <summary>The account that the message was sent to.</summary>
    public VerifikAccount Account { get; }

    /// <summary>The one-time password of six digits, which is a secret on the real server.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Code { get; }

    /// <summary>When the message was sent, in UTC.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>Returns the masked account and the time of the message.</summary>
    /// <returns>Text without the password.</returns>
    public override string ToString() => $"A one-time password for {Account}, sent at {SentAt.UtcDateTime:u}";
}

using System.Diagnostics;

namespace Verifik.Sandbox;

/// <summary>A message with a one-time password, as a person would receive it. <see cref="ToString"/> hides the password.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OutboxMessage
{
    internal OutboxMessage(PhoneAccount account, string code, DateTimeOffset sentAt)
    {
        Account = account;
        Code = code;
        SentAt = sentAt;
    }

    /// <summary>The telephone that the message went to.</summary>
    public PhoneAccount Account { get; }

    /// <summary>The one-time password, six digits. A secret on the real server.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Code { get; }

    /// <summary>When the message was sent, in UTC.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>To whom the message went, all but the last two digits hidden, and when.</summary>
    /// <returns>Text without the password.</returns>
    public override string ToString() => $"A one-time password for {Account}, sent at {SentAt.UtcDateTime:u}";
}

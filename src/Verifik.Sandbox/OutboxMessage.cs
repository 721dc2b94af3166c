using System.Diagnostics;

namespace Verifik.Sandbox;

/// <summary>A message with a one-time password, as a person would receive it. <see cref="ToString"/> hides the password.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OutboxMessage
{
    internal OutboxMessage(VerifikAccount account, string code, DateTimeOffset sentAt)
    {
        Account = account;
        Code = code;
        SentAt = sentAt;
    }

    /// <summary>The account that the message went to, by telephone or by email.</summary>
    public VerifikAccount Account { get; }

    /// <summary>The one-time password, six digits. A secret on the real server.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Code { get; }

    /// <summary>When the message was sent, in UTC.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>To whom the message went, most of the telephone or address hidden, and when.</summary>
    /// <returns>Text without the password.</returns>
    public override string ToString() => $"A one-time password for {Account}, sent at {SentAt.UtcDateTime:u}";
}

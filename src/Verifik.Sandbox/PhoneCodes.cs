using System.Globalization;
using System.Security.Cryptography;

namespace Verifik.Sandbox;

/// <summary>The one-time passwords under way: one for a telephone, good for ten minutes and one use.</summary>
internal sealed class PhoneCodes(TimeProvider clock, Outbox outbox)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PhoneAccount, PhoneCode> _pending = [];

    /// <summary>Sends a telephone a new password, in place of any earlier one.</summary>
    public PhoneCode Send(PhoneAccount account)
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var code = new PhoneCode(digits, clock.GetUtcNow());
        lock (_lock)
        {
            _pending[account] = code;
            outbox.Send(new OutboxMessage(account, digits, code.CreatedAt));
        }

        return code;
    }

    /// <summary>Whether the password is the one under way for the telephone; if so, it is used up.</summary>
    public bool Use(PhoneAccount account, string? digits)
    {
        lock (_lock)
        {
            return _pending.TryGetValue(account, out var code)
                && code.Code == digits
                && clock.GetUtcNow() < code.ExpiresAt
                && _pending.Remove(account);
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;

namespace Verifik.Sandbox.Behaviour;

/// <summary>
/// The pending one-time passwords: one per account, valid for ten minutes and one use, and invalid after five wrong
/// attempts. Only the configured and the magic accounts are sent one.
/// </summary>
internal sealed class LoginCodes(VerifikSandboxOptions options, Outbox outbox)
{
    private readonly FrozenSet<VerifikAccount> _accounts = options.Accounts
        .Concat(MagicAccount.All.Where(magic => magic.Fault != Fault.Unknown).SelectMany(magic => new VerifikAccount[] { magic.Phone, magic.Email }))
        .ToFrozenSet();
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly Dictionary<VerifikAccount, LoginCode> _pending = [];

    /// <summary>Sends an account a new password, which replaces any earlier one.</summary>
    /// <returns>The password, or null if the account is unknown.</returns>
    public LoginCode? Send(VerifikAccount account)
    {
        if (!_accounts.Contains(account))
        {
            return null;
        }

        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var code = new LoginCode(digits, _clock.GetUtcNow());
        lock (_pending)
        {
            _pending[account] = code;
            outbox.Send(new OutboxMessage(account, digits, code.CreatedAt));
        }

        return code;
    }

    /// <summary>Whether the password is the account's pending one; if so, it is removed.</summary>
    public bool Use(VerifikAccount account, string? digits)
    {
        lock (_pending)
        {
            return _pending.TryGetValue(account, out var code)
                && _clock.GetUtcNow() < code.ExpiresAt
                && code.Matches(digits)
                && _pending.Remove(account);
        }
    }
}

namespace Verifik.Internal.Account;

/// <summary>An immutable snapshot of an account's token in this process. It is replaced as a whole, so that it can be read without a lock.</summary>
internal sealed class TokenState
{
    public static readonly TokenState Unknown = new(entry: null, renewAt: DateTimeOffset.MaxValue);

    private TokenState(TokenEntry? entry, DateTimeOffset renewAt)
    {
        Entry = entry;
        RenewAt = renewAt;
        UsableUntil = entry?.Token?.ExpiresAt ?? DateTimeOffset.MinValue;
    }

    /// <summary>The entry that was last read or created; <see langword="null"/> before that.</summary>
    public TokenEntry? Entry { get; }

    /// <summary>When to renew the token.</summary>
    public DateTimeOffset RenewAt { get; }

    /// <summary>The token can be used without further checks before this time.</summary>
    public DateTimeOffset UsableUntil { get; private init; }

    /// <summary>The time before which a token that the server has refused, and refused to renew, is not tried again.</summary>
    public DateTimeOffset? RejectedUntil { get; private init; }

    /// <summary>
    /// Whether this process has revoked tokens since it last took one from the store: a token that another process
    /// stored in the meantime may be invalid.
    /// </summary>
    public bool HasRevoked { get; private init; }

    /// <summary>
    /// Whether another process may have revoked this token: it was obtained while the store could not be read, and the
    /// store has changed since.
    /// </summary>
    public bool MayBeRevoked { get; private init; }

    public VerifikToken? Token => Entry?.Token;

    public TokenVersion Version => Entry?.Version ?? default;

    public static TokenState Of(TokenEntry entry, DateTimeOffset renewAt, bool hasRevoked, bool mayBeRevoked) =>
        new(entry, renewAt) { HasRevoked = hasRevoked, MayBeRevoked = mayBeRevoked };

    public TokenState Rejected(DateTimeOffset until) => new(Entry, RenewAt)
    {
        UsableUntil = DateTimeOffset.MinValue,
        RejectedUntil = until,
        HasRevoked = HasRevoked,
        MayBeRevoked = MayBeRevoked,
    };

    /// <summary>The same state without the rejection, so that the token is tried again.</summary>
    public TokenState Accepted() => new(Entry, RenewAt) { HasRevoked = HasRevoked, MayBeRevoked = MayBeRevoked };

    public bool Holds(VerifikToken token) => Token is not null && (ReferenceEquals(Token, token) || Token.Value == token.Value);

    public bool IsUsable(DateTimeOffset now) => Token is not null && now < Token.ExpiresAt && (RejectedUntil is null || now >= RejectedUntil);

    /// <summary>The reason why there is no usable token.</summary>
    public VerifikLoginRequiredReason Reason(DateTimeOffset now) => this switch
    {
        { Entry: null } => VerifikLoginRequiredReason.NeverLoggedIn,
        { Token: null } => VerifikLoginRequiredReason.LoggedOut,
        _ when now >= Token.ExpiresAt => VerifikLoginRequiredReason.Expired,
        _ => VerifikLoginRequiredReason.Rejected,
    };
}

namespace Verifik.Internal.Account;

/// <summary>What a process knows of an account's token at one moment. Replaced whole, so that it is read without a lock.</summary>
internal sealed class TokenState
{
    public static readonly TokenState Unknown = new(entry: null, renewAt: DateTimeOffset.MaxValue);

    private TokenState(TokenEntry? entry, DateTimeOffset renewAt)
    {
        Entry = entry;
        RenewAt = renewAt;
        UsableUntil = entry?.Token?.ExpiresAt ?? DateTimeOffset.MinValue;
    }

    /// <summary>What the process has read or made last; <see langword="null"/> before that.</summary>
    public TokenEntry? Entry { get; }

    /// <summary>When the token's renewal is to be tried.</summary>
    public DateTimeOffset RenewAt { get; }

    /// <summary>Before this, the token is good and there is nothing to do.</summary>
    public DateTimeOffset UsableUntil { get; private init; }

    /// <summary>Until when a token is not tried again that the server has refused, and refused to renew.</summary>
    public DateTimeOffset? RejectedUntil { get; private init; }

    /// <summary>Whether this process has revoked since it took a token from the store: what another did meanwhile may be worthless.</summary>
    public bool HasRevoked { get; private init; }

    public VerifikToken? Token => Entry?.Token;

    public TokenVersion Version => Entry?.Version ?? default;

    public static TokenState Of(TokenEntry entry, DateTimeOffset renewAt, bool hasRevoked) => new(entry, renewAt) { HasRevoked = hasRevoked };

    public TokenState Rejected(DateTimeOffset until) => new(Entry, RenewAt)
    {
        UsableUntil = DateTimeOffset.MinValue,
        RejectedUntil = until,
        HasRevoked = HasRevoked,
    };

    /// <summary>The same, once the server is to be asked again.</summary>
    public TokenState Accepted() => new(Entry, RenewAt) { HasRevoked = HasRevoked };

    public bool Holds(VerifikToken token) => Token is not null && (ReferenceEquals(Token, token) || Token.Value == token.Value);

    public bool IsUsable(DateTimeOffset now) => Token is not null && now < Token.ExpiresAt && (RejectedUntil is null || now >= RejectedUntil);

    /// <summary>Why there is no usable token.</summary>
    public VerifikLoginRequiredReason Reason(DateTimeOffset now) => this switch
    {
        { Entry: null } => VerifikLoginRequiredReason.NeverLoggedIn,
        { Token: null } => VerifikLoginRequiredReason.LoggedOut,
        _ when now >= Token.ExpiresAt => VerifikLoginRequiredReason.Expired,
        _ => VerifikLoginRequiredReason.Rejected,
    };
}

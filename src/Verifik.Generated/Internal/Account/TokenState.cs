namespace Verifik.Internal.Account;

/// <summary>What a process knows of its token at one moment. Replaced whole, so that it is read without a lock.</summary>
internal sealed class TokenState
{
    public static readonly TokenState NeverLoggedIn = new(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null);

    private TokenState(VerifikToken? token, DateTimeOffset since, DateTimeOffset renewAt, DateTimeOffset? suspectUntil)
    {
        Token = token;
        Since = since;
        RenewAt = renewAt;
        SuspectUntil = suspectUntil;
        QuietUntil = token is null || suspectUntil is not null ? DateTimeOffset.MinValue
            : renewAt < token.ExpiresAt ? renewAt
            : token.ExpiresAt;
    }

    public VerifikToken? Token { get; }

    /// <summary>When the token was obtained, or given up.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>When its renewal is to be tried.</summary>
    public DateTimeOffset RenewAt { get; }

    /// <summary>Until when a token that the server refused is not tried again.</summary>
    public DateTimeOffset? SuspectUntil { get; }

    /// <summary>Before this, the token is good and there is nothing to do.</summary>
    public DateTimeOffset QuietUntil { get; }

    public static TokenState Kept(VerifikToken token, DateTimeOffset since, DateTimeOffset renewAt) => new(token, since, renewAt, null);

    public static TokenState GivenUp(DateTimeOffset since) => new(null, since, DateTimeOffset.MaxValue, null);

    public TokenState Suspect(DateTimeOffset until) => new(Token, Since, RenewAt, until);

    public TokenState Trusted() => new(Token, Since, RenewAt, null);

    public TokenState Postponed(DateTimeOffset renewAt) => new(Token, Since, renewAt, SuspectUntil);

    public bool Holds(VerifikToken token) => Token is not null && (ReferenceEquals(Token, token) || Token.Value == token.Value);

    public bool IsUsable(DateTimeOffset now) => Token is not null && now < Token.ExpiresAt && (SuspectUntil is null || now >= SuspectUntil);

    public bool IsDue(DateTimeOffset now) => IsUsable(now) && now >= RenewAt;

    /// <summary>Why there is no usable token.</summary>
    public VerifikLoginRequiredReason Reason(DateTimeOffset now) => this switch
    {
        { Token: null } => Since == DateTimeOffset.MinValue ? VerifikLoginRequiredReason.NeverLoggedIn : VerifikLoginRequiredReason.Revoked,
        _ when now >= Token.ExpiresAt => VerifikLoginRequiredReason.Expired,
        _ => VerifikLoginRequiredReason.Rejected,
    };
}

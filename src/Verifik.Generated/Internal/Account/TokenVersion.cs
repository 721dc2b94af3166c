namespace Verifik.Internal.Account;

/// <summary>
/// The place of an entry in the account's history, without a clock. A person's act counts the generation up from the one
/// that its process had read, so it outranks any number of renewals; a renewal counts up within the generation.
/// </summary>
/// <param name="Generation">How many acts of a person there were, up to and with <paramref name="Act"/>.</param>
/// <param name="Act">The act that began the generation. Of two processes that act at once, the higher act counts.</param>
/// <param name="Renewal">How many renewals there were since.</param>
internal readonly record struct TokenVersion(long Generation, TokenAct Act, long Renewal) : IComparable<TokenVersion>
{
    // More acts than a process can have missed.
    private const long Unread = 1_000_000;

    public TokenVersion After(TokenAct act) => new(Generation + 1, act, 0);

    /// <summary>After an act whose process could not read what the store has: it outranks whatever that may be.</summary>
    public TokenVersion AfterUnread(TokenAct act) => new(Generation + Unread, act, 0);

    public TokenVersion Renewed() => this with { Renewal = Renewal + 1 };

    public int CompareTo(TokenVersion other)
    {
        var order = Generation.CompareTo(other.Generation);
        order = order == 0 ? Act.CompareTo(other.Act) : order;
        return order == 0 ? Renewal.CompareTo(other.Renewal) : order;
    }

    public static TokenVersion Latest(TokenVersion one, TokenVersion other) => one.CompareTo(other) >= 0 ? one : other;
}

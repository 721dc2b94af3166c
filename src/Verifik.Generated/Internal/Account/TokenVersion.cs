namespace Verifik.Internal.Account;

/// <summary>
/// The version of an entry, which orders entries without a clock. A user action increments the generation that its
/// process has read, so it takes precedence over any number of renewals; a renewal increments the number within the
/// generation.
/// </summary>
/// <param name="Generation">The number of user actions, including <paramref name="Act"/>.</param>
/// <param name="Act">The user action that began the generation. If two processes act at the same time, the higher action takes precedence.</param>
/// <param name="Renewal">The number of renewals since then.</param>
internal readonly record struct TokenVersion(long Generation, UserAction Act, long Renewal) : IComparable<TokenVersion>
{
    // More user actions than a process can have missed.
    private const long Unread = 1_000_000;

    public TokenVersion After(UserAction act) => new(Generation + 1, act, 0);

    /// <summary>The version after a user action for which the store could not be read: it takes precedence over any stored entry.</summary>
    public TokenVersion AfterUnread(UserAction act) => new(Generation + Unread, act, 0);

    public TokenVersion Renewed() => this with { Renewal = Renewal + 1 };

    public int CompareTo(TokenVersion other)
    {
        var order = Generation.CompareTo(other.Generation);
        order = order == 0 ? Act.CompareTo(other.Act) : order;
        return order == 0 ? Renewal.CompareTo(other.Renewal) : order;
    }

    public static TokenVersion Latest(TokenVersion one, TokenVersion other) => one.CompareTo(other) >= 0 ? one : other;
}

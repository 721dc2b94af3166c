namespace Verifik;

/// <summary>
/// The accounts that are known only while the program runs, for example a tenant's row in a database. They share the
/// options of the registration, but for the account. Safe to share between threads.
/// </summary>
/// <remarks>
/// An account that nobody uses for ten minutes leaves memory; the token store keeps its token, and it is still renewed in
/// time by a process that has used it.
/// </remarks>
public sealed class VerifikAccounts
{
    private readonly AccountRegistry _registry;

    internal VerifikAccounts(AccountRegistry registry) => _registry = registry;

    /// <summary>The session of an account, and its token. Keep it, or ask again: it is the same account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>A session that may be kept for as long as the application runs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract; the message does not repeat it.</exception>
    public IVerifikSession For(VerifikAccount account)
    {
        var token = _registry.Get(account);
        return new AccountSession(() => token);
    }
}

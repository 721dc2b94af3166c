namespace Verifik;

/// <summary>
/// Provides sessions for accounts that are known only at run time, for example from a table of tenants. They share the
/// options of the registration, except the account. This type is thread-safe.
/// </summary>
/// <remarks>
/// An account that is not used for ten minutes is removed from memory. Its token stays in the token store, and the
/// processes that have used it still renew it in time.
/// </remarks>
public sealed class VerifikAccounts
{
    private readonly AccountRegistry _registry;

    internal VerifikAccounts(AccountRegistry registry) => _registry = registry;

    /// <summary>Gets the session of an account. Sessions of equal accounts share one token.</summary>
    /// <param name="account">The account.</param>
    /// <returns>A session, which may be kept for the lifetime of the application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The account breaks a constraint of the contract; the message does not contain its value.</exception>
    public IVerifikSession For(VerifikAccount account)
    {
        var token = _registry.Get(account);
        return new AccountSession(() => token);
    }
}

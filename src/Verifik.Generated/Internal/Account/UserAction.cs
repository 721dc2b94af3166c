namespace Verifik.Internal.Account;

/// <summary>The last user action on an account's token, in ascending order of precedence.</summary>
internal enum UserAction
{
    /// <summary>None yet.</summary>
    None,

    /// <summary>A one-time password was exchanged for a token.</summary>
    Login,

    /// <summary>All earlier tokens were exchanged for a new one.</summary>
    Revocation,

    /// <summary>The account was logged out.</summary>
    Logout,
}

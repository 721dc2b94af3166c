namespace Verifik.Internal.Account;

/// <summary>What a person did to an account's token, the one that outranks the others last.</summary>
internal enum TokenAct
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>A one-time password was exchanged for a token.</summary>
    Login,

    /// <summary>All earlier tokens were exchanged for a new one.</summary>
    Revocation,

    /// <summary>The token was given up.</summary>
    Logout,
}

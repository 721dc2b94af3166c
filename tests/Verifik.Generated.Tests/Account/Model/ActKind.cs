namespace Verifik.Tests.Account.Model;

/// <summary>What a schedule does.</summary>
internal enum ActKind
{
    /// <summary>A person's code is exchanged for a token.</summary>
    Login,

    /// <summary>A person deletes the token.</summary>
    Logout,

    /// <summary>A person exchanges all tokens for a new one.</summary>
    Revoke,

    /// <summary>The application renews the token.</summary>
    Renew,

    /// <summary>A request to the API through the handler that replaces a rejected token.</summary>
    Query,

    /// <summary>The same, to an endpoint that responds with 401 to every token.</summary>
    QueryRefused,

    /// <summary>The process stops, and another one starts in its place.</summary>
    Restart,

    /// <summary>Somebody else revokes all tokens, for example in Verifik's panel. The processes do not know it.</summary>
    RevokeElsewhere,

    /// <summary>The machines sleep until the window for renewals begins.</summary>
    Sleep,
}

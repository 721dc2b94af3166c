namespace Verifik.Tests.Account.Model;

/// <summary>What a schedule does.</summary>
internal enum ActKind
{
    /// <summary>A person's code is exchanged for a token.</summary>
    Login,

    /// <summary>A person gives the token up.</summary>
    Logout,

    /// <summary>A person exchanges all tokens for a new one.</summary>
    Revoke,

    /// <summary>The application asks for a new token.</summary>
    Renew,

    /// <summary>A request to the API, by way of the handler that replaces a refused token.</summary>
    Query,

    /// <summary>The same, to an endpoint that answers 401 whatever the token.</summary>
    QueryRefused,

    /// <summary>The process ends in good order, and another one takes its place.</summary>
    Restart,

    /// <summary>Somebody else revokes all tokens: in Verifik's panel, say. Nobody tells the processes.</summary>
    RevokeElsewhere,

    /// <summary>The machines sleep until the window in which tokens are renewed.</summary>
    Sleep,
}

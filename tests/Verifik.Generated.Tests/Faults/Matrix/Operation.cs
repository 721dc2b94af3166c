namespace Verifik.Tests.Faults.Matrix;

/// <summary>The operation that is called.</summary>
internal enum Operation
{
    /// <summary><c>BeginLoginAsync</c>, which sends a code.</summary>
    Login,

    /// <summary><c>CompleteLoginAsync</c>, which exchanges the code for a token.</summary>
    Confirm,

    /// <summary><c>RenewAsync</c>, which exchanges the token for a new one. The SDK sends the same request to renew a rejected token.</summary>
    Renew,

    /// <summary><c>RevokeAsync</c>, which exchanges the token for a new one and invalidates the earlier ones.</summary>
    Revoke,

    /// <summary>A query of a generated client, with the account's token.</summary>
    Query,

    /// <summary>The same query on an <see cref="HttpClient"/> with <c>AddVerifikToken()</c>.</summary>
    Handler,
}

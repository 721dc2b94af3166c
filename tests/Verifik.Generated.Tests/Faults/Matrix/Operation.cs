namespace Verifik.Tests.Faults.Matrix;

/// <summary>The operation that is called.</summary>
internal enum Operation
{
    /// <summary><c>BeginLoginAsync</c>, which sends a code.</summary>
    Login,

    /// <summary><c>CompleteLoginAsync</c>, which exchanges the code for a token.</summary>
    Confirm,

    /// <summary>A query of a generated client, with the account's token.</summary>
    Query,

    /// <summary>The same query on an <see cref="HttpClient"/> with <c>AddVerifikToken()</c>.</summary>
    Handler,

    /// <summary>The SDK's own request, which renews a rejected token.</summary>
    Renewal,
}

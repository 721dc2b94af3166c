namespace Verifik.Tests.Faults.Matrix;

/// <summary>What is called.</summary>
internal enum Operation
{
    /// <summary>A code is asked for: <c>BeginLoginAsync</c>.</summary>
    Login,

    /// <summary>A code is exchanged: <c>CompleteLoginAsync</c>.</summary>
    Confirm,

    /// <summary>A query of a generated client, with the account's token.</summary>
    Query,

    /// <summary>The same query on an <see cref="HttpClient"/> with <c>AddVerifikToken()</c>.</summary>
    Handler,

    /// <summary>What the SDK asks by itself: whether a refused token can be renewed.</summary>
    Renewal,
}

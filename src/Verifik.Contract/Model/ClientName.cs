namespace Verifik.Contract.Model;

/// <summary>The namespace and class name of a generated client, which determine the reserved names.</summary>
internal sealed record ClientName(string Namespace, string Class)
{
    /// <summary>The SDK's own client, which is compiled with its hand-written files.</summary>
    public static readonly ClientName Sdk = new("Verifik", "VerifikClient");

    /// <summary>Whether the contract is the SDK's own, not an application's.</summary>
    public bool IsSdk => this == Sdk;
}

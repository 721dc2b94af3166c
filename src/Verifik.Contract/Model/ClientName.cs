namespace Verifik.Contract.Model;

/// <summary>The class that a contract becomes, and where it stands in C#: which names are taken there.</summary>
internal sealed record ClientName(string Namespace, string Class)
{
    /// <summary>The SDK's own client, beside whose hand-written files the generated one stands.</summary>
    public static readonly ClientName Sdk = new("Verifik", "VerifikClient");

    /// <summary>Whether the contract is the SDK's own, and not one of an application that uses the SDK.</summary>
    public bool IsSdk => this == Sdk;
}

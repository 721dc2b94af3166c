namespace Verifik.Tests.Faults.Matrix;

/// <summary>What is between the client and the fault.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1 over a bare socket.</summary>
    Plain,

    /// <summary>The same, encrypted, with a certificate that the client trusts.</summary>
    Encrypted,

    /// <summary>The same, with a certificate that nobody has signed.</summary>
    Untrusted,

    /// <summary>The client expects TLS, and the server speaks without it.</summary>
    Unencrypted,

    /// <summary>HTTP/2.</summary>
    Multiplexed,

    /// <summary>A port that nobody listens on.</summary>
    Refused,

    /// <summary>A name without an address.</summary>
    Unresolved,
}

namespace Verifik.Tests.Faults.Matrix;

/// <summary>The connection between the client and the server.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1.</summary>
    Plain,

    /// <summary>HTTP/1.1 over TLS, with a trusted certificate.</summary>
    Encrypted,

    /// <summary>HTTP/1.1 over TLS, with an untrusted certificate.</summary>
    Untrusted,

    /// <summary>The client expects TLS, but the server does not use it.</summary>
    Unencrypted,

    /// <summary>HTTP/2.</summary>
    Http2,

    /// <summary>A port without a listener.</summary>
    Refused,

    /// <summary>A host name that cannot be resolved.</summary>
    Unresolved,
}

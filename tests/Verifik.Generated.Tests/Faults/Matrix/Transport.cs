namespace Verifik.Tests.Faults.Matrix;

/// <summary>The connection between the client and the server.</summary>
internal enum Transport
{
    /// <summary>HTTP/1.1.</summary>
    Plain,

    /// <summary>HTTP/1.1 over TLS, with a trusted certificate.</summary>
    Encrypted,

    /// <summary>TLS, with a trusted certificate that has expired.</summary>
    Expired,

    /// <summary>TLS, with a trusted certificate for another host name.</summary>
    OtherHost,

    /// <summary>TLS, with a certificate of an authority that the client does not trust.</summary>
    UnknownAuthority,

    /// <summary>TLS, with a certificate that is its own authority.</summary>
    SelfSigned,

    /// <summary>TLS, whose handshake the server resets.</summary>
    ResetHandshake,

    /// <summary>The client expects TLS, but the server does not use it.</summary>
    Unencrypted,

    /// <summary>HTTP/2.</summary>
    Http2,

    /// <summary>HTTP/2 over TLS, with a trusted certificate.</summary>
    EncryptedHttp2,

    /// <summary>A port without a listener.</summary>
    Refused,

    /// <summary>A host name that cannot be resolved: no resolver has an address in <c>.invalid</c> (RFC 6761).</summary>
    Unresolved,
}

namespace Verifik.Sandbox.Faults;

/// <summary>The faults of the <see cref="MagicAccount"/> instances, where they are described.</summary>
internal enum Fault
{
    None,
    Invalid,
    Unknown,
    RateLimited,
    BadGateway,
    Slow,
    Dropped,
    Truncated,
    UnknownValues,
    Undeclared,
    Opaque,
    ShortLived,
    RevokedAfterUse,
    TokenExpired,
}

namespace Verifik.Sandbox.Faults;

/// <summary>How the sandbox misbehaves for a <see cref="MagicAccount"/>, which says it of each.</summary>
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

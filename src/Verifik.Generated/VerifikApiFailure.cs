namespace Verifik;

/// <summary>What was wrong with a response.</summary>
public enum VerifikApiFailure
{
    /// <summary>The status is an error status. <see cref="VerifikApiException.Error"/> may contain the reason.</summary>
    Refused,

    /// <summary>It has no body, although the contract declares one.</summary>
    Empty,

    /// <summary>Its body is not JSON, does not match the contract, or cannot be decompressed.</summary>
    Unreadable,

    /// <summary>The connection closed before the whole body arrived.</summary>
    CutShort,

    /// <summary>Its body lacks a property that the contract requires.</summary>
    MissingProperty,

    /// <summary>Its body is larger than <see cref="VerifikOptions.MaxResponseBytes"/>.</summary>
    TooLarge,
}

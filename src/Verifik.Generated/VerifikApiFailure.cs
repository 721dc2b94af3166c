namespace Verifik;

/// <summary>What was wrong with a response.</summary>
public enum VerifikApiFailure
{
    /// <summary>Its status is not one of success. <see cref="VerifikApiException.Error"/> may say why.</summary>
    Refused,

    /// <summary>It has no body, where the contract promises one.</summary>
    Empty,

    /// <summary>Its body is not JSON, not the JSON of the contract, or not compressed as it says.</summary>
    Unreadable,

    /// <summary>The connection closed before the whole body arrived.</summary>
    CutShort,

    /// <summary>Its body lacks a property that the client cannot do without.</summary>
    MissingProperty,

    /// <summary>Its body is larger than <see cref="VerifikOptions.MaxResponseBytes"/>.</summary>
    TooLarge,
}

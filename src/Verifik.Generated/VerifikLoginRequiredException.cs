namespace Verifik;

/// <summary>
/// No token can be had without a person: someone has to log in. Nothing was sent, or what was sent was refused. The SDK
/// never asks for a code by itself: it would send a paid message to a person who expects none.
/// </summary>
public sealed class VerifikLoginRequiredException : Exception
{
    /// <summary>The need for a login, as the SDK throws it; public for the tests of applications.</summary>
    /// <param name="reason">Why a person has to log in.</param>
    /// <param name="innerException">What kept the token from being had.</param>
    public VerifikLoginRequiredException(VerifikLoginRequiredReason reason, Exception? innerException = null)
        : base($"{Explain(reason)} A person has to log in to Verifik.", innerException) => Reason = reason;

    /// <summary>Why a person has to log in.</summary>
    public VerifikLoginRequiredReason Reason { get; }

    private static string Explain(VerifikLoginRequiredReason reason) => reason switch
    {
        VerifikLoginRequiredReason.NeverLoggedIn => "There is no access token.",
        VerifikLoginRequiredReason.Expired => "The access token has expired.",
        VerifikLoginRequiredReason.Rejected => "The server refuses the access token.",
        VerifikLoginRequiredReason.Revoked => "The access token was given up.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };
}

namespace Verifik.Sandbox;

/// <summary>
/// An account for which every sandbox simulates a fault, so that a test selects the fault by the telephone number or
/// email address of its request. The telephone numbers are in the range +1 202 555 01XX, which is reserved for fiction.
/// Immutable.
/// </summary>
public sealed class MagicAccount
{
    private MagicAccount(Fault fault, int number, string name, string effect, string effectInSpanish)
    {
        Fault = fault;
        Phone = new PhoneAccount("+1", 2025550100 + number);
        Email = new EmailAccount($"{name}@example.com");
        Name = name;
        Effect = effect;
        EffectInSpanish = effectInSpanish;
    }

    /// <summary>The request for a code is refused: 400 for the number, 404 for the address.</summary>
    public static MagicAccount Invalid { get; } = new(Fault.Invalid, 40, "invalid", "the number or address is refused: 400, or 404 by email", "el número o la dirección se rechaza: 400, o 404 por correo");

    /// <summary>The request for a code is a 404: the account is unknown.</summary>
    public static MagicAccount Unknown { get; } = new(Fault.Unknown, 44, "unknown", "404: the account is unknown", "404: la cuenta es desconocida");

    /// <summary>The request for a code is a 429 with <c>Retry-After: 30</c>.</summary>
    public static MagicAccount RateLimited { get; } = new(Fault.RateLimited, 29, "rate-limited", "429 with `Retry-After: 30`", "429 con `Retry-After: 30`");

    /// <summary>The request for a code is a 502 with the HTML page of a gateway.</summary>
    public static MagicAccount BadGateway { get; } = new(Fault.BadGateway, 52, "bad-gateway", "502 with a gateway's HTML page", "502 con la página HTML de una pasarela");

    /// <summary>The code is sent, and the response is delayed by 30 seconds.</summary>
    public static MagicAccount Slow { get; } = new(Fault.Slow, 30, "slow", "the code is sent, the response is delayed by 30 seconds", "el código se envía, la respuesta se retrasa 30 segundos");

    /// <summary>The code is sent, and the connection closes before the response.</summary>
    public static MagicAccount Dropped { get; } = new(Fault.Dropped, 10, "dropped", "the code is sent, the connection closes before the response", "el código se envía, la conexión se corta antes de la respuesta");

    /// <summary>The code is sent, and the connection closes in the middle of the response.</summary>
    public static MagicAccount Truncated { get; } = new(Fault.Truncated, 11, "truncated", "the code is sent, the connection closes in the middle of the response", "el código se envía, la conexión se corta a mitad de la respuesta");

    /// <summary>The response to the request for a code has properties and values that the contract does not list.</summary>
    public static MagicAccount UnknownValues { get; } = new(Fault.UnknownValues, 20, "unknown-values", "the response has unknown properties and values", "la respuesta tiene propiedades y valores desconocidos");

    /// <summary>The response to the correct code is a 201, which the contract does not declare.</summary>
    public static MagicAccount Undeclared { get; } = new(Fault.Undeclared, 21, "undeclared", "the correct code returns 201 instead of 200", "el código correcto devuelve 201 en lugar de 200");

    /// <summary>The correct code returns a token that is not a JWT.</summary>
    public static MagicAccount Opaque { get; } = new(Fault.Opaque, 60, "opaque", "the token is not a JWT", "el token no es un JWT");

    /// <summary>The correct code returns a token that expires in a minute.</summary>
    public static MagicAccount ShortLived { get; } = new(Fault.ShortLived, 61, "short-lived", "the token expires in a minute", "el token vence en un minuto");

    /// <summary>The correct code returns a token that is revoked after one request.</summary>
    public static MagicAccount RevokedAfterUse { get; } = new(Fault.RevokedAfterUse, 62, "revoked-after-use", "the token is revoked after its first use: 401", "el token se revoca después de su primer uso: 401");

    /// <summary>The correct code returns a token that is refused with 403 <c>token_expired</c>.</summary>
    public static MagicAccount TokenExpired { get; } = new(Fault.TokenExpired, 43, "token-expired", "the token is refused with 403 `token_expired`", "el token se rechaza con 403 `token_expired`");

    /// <summary>All magic accounts.</summary>
    public static IReadOnlyList<MagicAccount> All { get; } =
    [
        Invalid, Unknown, RateLimited, BadGateway, Slow, Dropped, Truncated, UnknownValues, Undeclared, Opaque, ShortLived, RevokedAfterUse, TokenExpired,
    ];

    /// <summary>Its name, for example <c>rate-limited</c>.</summary>
    public string Name { get; }

    /// <summary>Its telephone number, for example +1 2025550129.</summary>
    public PhoneAccount Phone { get; }

    /// <summary>Its address, for example rate-limited@example.com.</summary>
    public EmailAccount Email { get; }

    /// <summary>The simulated fault, in English.</summary>
    public string Effect { get; }

    internal string EffectInSpanish { get; }

    internal Fault Fault { get; }

    internal static MagicAccount? Of(VerifikAccount account) => All.FirstOrDefault(magic => account.Equals(magic.Phone) || account.Equals(magic.Email));
}

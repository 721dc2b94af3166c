namespace Verifik.Sandbox;

/// <summary>
/// An account that every sandbox knows, and for which it misbehaves in one way: a telephone and an address, so that a
/// test chooses the behaviour with its request. The telephones are of the range that is kept for fiction,
/// +1 202 555 01XX, so that nobody has them. Immutable.
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

    /// <summary>The request for a code is a 404: no client has the account.</summary>
    public static MagicAccount Unknown { get; } = new(Fault.Unknown, 44, "unknown", "404: no client has it", "404: no es de ningún cliente");

    /// <summary>The request for a code is a 429 with <c>Retry-After: 30</c>.</summary>
    public static MagicAccount RateLimited { get; } = new(Fault.RateLimited, 29, "rate-limited", "429 with `Retry-After: 30`", "429 con `Retry-After: 30`");

    /// <summary>The request for a code is a 502 with the HTML page of a gateway.</summary>
    public static MagicAccount BadGateway { get; } = new(Fault.BadGateway, 52, "bad-gateway", "502 with a gateway's HTML page", "502 con la página HTML de una pasarela");

    /// <summary>The code is sent, and the answer comes after 30 seconds.</summary>
    public static MagicAccount Slow { get; } = new(Fault.Slow, 30, "slow", "the code is sent, the answer comes after 30 seconds", "el código se envía, la respuesta llega a los 30 segundos");

    /// <summary>The code is sent, and the connection breaks before the answer.</summary>
    public static MagicAccount Dropped { get; } = new(Fault.Dropped, 10, "dropped", "the code is sent, the connection breaks before the answer", "el código se envía, la conexión se corta antes de la respuesta");

    /// <summary>The code is sent, and the connection breaks in the middle of the answer.</summary>
    public static MagicAccount Truncated { get; } = new(Fault.Truncated, 11, "truncated", "the code is sent, the answer breaks off in the middle", "el código se envía, la respuesta se corta a la mitad");

    /// <summary>The answer to the request for a code has properties and values that no contract knows.</summary>
    public static MagicAccount UnknownValues { get; } = new(Fault.UnknownValues, 20, "unknown-values", "the answer has unknown properties and values", "la respuesta tiene propiedades y valores desconocidos");

    /// <summary>The right code is answered with 201, which the contract does not declare.</summary>
    public static MagicAccount Undeclared { get; } = new(Fault.Undeclared, 21, "undeclared", "the right code gives 201 in place of 200", "el código correcto da 201 en lugar de 200");

    /// <summary>The right code gives a token that is no JWT.</summary>
    public static MagicAccount Opaque { get; } = new(Fault.Opaque, 60, "opaque", "the token is no JWT", "el token no es un JWT");

    /// <summary>The right code gives a token that expires in a minute.</summary>
    public static MagicAccount ShortLived { get; } = new(Fault.ShortLived, 61, "short-lived", "the token expires in a minute", "el token vence en un minuto");

    /// <summary>The right code gives a token that works for one request and is revoked then.</summary>
    public static MagicAccount RevokedAfterUse { get; } = new(Fault.RevokedAfterUse, 62, "revoked-after-use", "the token is revoked after its first use: 401", "el token se revoca después de su primer uso: 401");

    /// <summary>The right code gives a token that every request refuses with 403 <c>token_expired</c>.</summary>
    public static MagicAccount TokenExpired { get; } = new(Fault.TokenExpired, 43, "token-expired", "the token is refused with 403 `token_expired`", "el token se rechaza con 403 `token_expired`");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MagicAccount> All { get; } =
    [
        Invalid, Unknown, RateLimited, BadGateway, Slow, Dropped, Truncated, UnknownValues, Undeclared, Opaque, ShortLived, RevokedAfterUse, TokenExpired,
    ];

    /// <summary>Its name, for example <c>rate-limited</c>.</summary>
    public string Name { get; }

    /// <summary>Its telephone, for example +1 2025550129.</summary>
    public PhoneAccount Phone { get; }

    /// <summary>Its address, for example rate-limited@example.com.</summary>
    public EmailAccount Email { get; }

    /// <summary>What the sandbox does for it, in English.</summary>
    public string Effect { get; }

    internal string EffectInSpanish { get; }

    internal Fault Fault { get; }

    internal static MagicAccount? Of(VerifikAccount account) => All.FirstOrDefault(magic => account.Equals(magic.Phone) || account.Equals(magic.Email));
}

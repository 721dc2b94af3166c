namespace Verifik.Sandbox.Behaviour;

/// <summary>An error response, with the status and the body of Verifik's public documentation.</summary>
internal sealed class Refusal : Exception
{
    private readonly string _code;
    private readonly bool _signed;

    private Refusal(int status, string code, string message, bool signed)
        : base(message)
    {
        Status = status;
        _code = code;
        _signed = signed;
    }

    public int Status { get; }

    public static Refusal BadRequest(string message) => new(StatusCodes.Status400BadRequest, "BadRequest", message, signed: true);

    public static Refusal Unauthorized() => new(StatusCodes.Status401Unauthorized, "Unauthorized", "Invalid or expired token.", signed: true);

    /// <summary>The response of some queries to an expired token, instead of 401.</summary>
    public static Refusal TokenExpired() => new(StatusCodes.Status403Forbidden, "FORBIDDEN", "token_expired", signed: false);

    /// <summary>The documented response of queries that find nothing; the response for an unknown telephone number is not documented.</summary>
    public static Refusal NotFound() => new(StatusCodes.Status404NotFound, "NotFound", "Record not found.", signed: true);

    public static Refusal InvalidEmail() => new(StatusCodes.Status404NotFound, "NotFound", "invalid_email", signed: false);

    public static Refusal InvalidOtp() => new(StatusCodes.Status400BadRequest, "ERROR", "invalid_otp", signed: false);

    public static Refusal MissingParameter(string message) => new(StatusCodes.Status409Conflict, "MissingParameter", message, signed: false);

    /// <summary>The response to a request that breaks the contract, with the status that the contract declares for it.</summary>
    public static Refusal Invalid(int status, string message) => status switch
    {
        StatusCodes.Status409Conflict => MissingParameter(message),
        StatusCodes.Status422UnprocessableEntity => new(status, "UnprocessableEntity", message, signed: true),
        _ => BadRequest(message),
    };

    /// <summary>Verifik's error message, with one "missing X" for each name.</summary>
    public static string Missing(IEnumerable<string> names) => string.Join(". ", names.Select(name => $"missing {name}\n"));

    /// <summary>Throws an error with one "missing X" for each missing name, in the given order.</summary>
    public static void ThrowIfMissing(Func<string, bool> isPresent, params IEnumerable<string> names)
    {
        var missing = names.Where(name => !isPresent(name)).ToList();
        if (missing.Count > 0)
        {
            throw MissingParameter(Missing(missing));
        }
    }

    /// <summary>The same for query parameters, where an empty value counts as missing.</summary>
    public static void ThrowIfMissing(IQueryCollection query, params IEnumerable<string> names) =>
        ThrowIfMissing(name => !string.IsNullOrEmpty(query[name]), names);

    public ApiError ToError(DateTimeOffset now) => new()
    {
        Code = _code,
        Message = Message,
        Signature = _signed ? Mark.Sign(now) : null,
    };
}

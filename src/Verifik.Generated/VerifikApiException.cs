using System.Diagnostics;
using System.Net;
using Newtonsoft.Json.Linq;

namespace Verifik;

/// <summary>
/// Thrown for a response that is not the successful response that the contract declares. Neither the message nor
/// <see cref="Exception.ToString"/> contains the body of the response, which may contain a token. The message contains
/// the server's error code; the server's error message is in <see cref="Error"/>.
/// </summary>
public sealed class VerifikApiException : Exception
{
    private const int LongestCode = 40;
    private VerifikAccount? _account;
    private Uri? _server;

    /// <summary>Creates the exception; public for the tests of applications.</summary>
    /// <param name="operation">The operation of the contract.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="failure">What was wrong with the response.</param>
    /// <param name="reason">The end of the message: a sentence without any part of the body.</param>
    /// <param name="error">The error that the server described.</param>
    /// <param name="innerException">The exception that interrupted the response.</param>
    public VerifikApiException(
        string operation,
        HttpStatusCode statusCode,
        VerifikApiFailure failure,
        string reason,
        ApiError? error = null,
        Exception? innerException = null)
        : base($"{operation} failed with status {(int)statusCode}: {reason}", innerException)
    {
        Operation = operation;
        StatusCode = statusCode;
        Failure = failure;
        Error = error;
    }

    /// <summary>The operation of the contract, for example <c>ConfirmPhoneLogin</c>.</summary>
    public string Operation { get; }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>What was wrong with the response.</summary>
    public VerifikApiFailure Failure { get; }

    /// <summary>The error that the server described, if the body matches the error schema of the contract.</summary>
    public ApiError? Error { get; }

    /// <summary>
    /// The account of the token or login; <see langword="null"/> if the operation was called without an account.
    /// </summary>
    public VerifikAccount? Account { get => _account; init => _account = value; }

    /// <summary>The server that sent the response; <see langword="null"/> if unknown.</summary>
    public Uri? Server { get => _server; init => _server = value; }

    /// <summary>The operation, the status and the error code, then the account, masked, and the server.</summary>
    public override string Message => (Account, Server) switch
    {
        (null, null) => base.Message,
        (null, _) => $"{base.Message} The server is {Server}.",
        (_, null) => $"{base.Message} The account is {Account}.",
        _ => $"{base.Message} The account is {Account} at {Server}.",
    };

    /// <summary>
    /// The body of the response, for a status for which the contract declares another schema than that of
    /// <see cref="Error"/>. It may contain secrets: neither the message nor <see cref="Exception.ToString"/> includes
    /// it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public JToken? Details { get; init; }

    /// <summary>The delay before the next call, from the <c>Retry-After</c> header of a response with status 429 or 503.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A response that cannot be used.</summary>
    internal static VerifikApiException Of(
        string operation, HttpResponseMessage response, VerifikApiFailure failure, string reason, Exception? innerException = null) =>
        new(operation, response.StatusCode, failure, reason, innerException: innerException) { Server = ServerOf(response) };

    /// <summary>A response with an error status.</summary>
    internal static VerifikApiException Refused(string operation, HttpResponseMessage response, ApiError? error, JToken? details, TimeSpan? retryAfter) =>
        new(operation, response.StatusCode, VerifikApiFailure.Refused, IsWord(error?.Code) ? $"{error!.Code}." : "no known error code.", error)
        {
            Details = details,
            RetryAfter = retryAfter,
            Server = ServerOf(response),
        };

    /// <summary>Sets the account of the token or login.</summary>
    internal void SetAccount(VerifikAccount account, Uri server) => (_account, _server) = (account, server);

    private static Uri? ServerOf(HttpResponseMessage response) =>
        response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } address ? new Uri(address.GetLeftPart(UriPartial.Authority)) : null;

    // The server controls the code, so it is included only if it is a single word such as `MissingParameter`.
    private static bool IsWord(string? code) => code is { Length: > 0 and <= LongestCode } && code.All(char.IsLetter);
}

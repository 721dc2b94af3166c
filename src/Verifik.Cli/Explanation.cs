using System.Net;
using Microsoft.Extensions.Options;

namespace Verifik.Cli;

/// <summary>
/// A failure in the words of the person at the terminal. What the server wrote is not repeated: it may quote what it was sent.
/// </summary>
internal static class Explanation
{
    public static string Of(Exception exception) => exception switch
    {
        ToolException or ArgumentException or VerifikTokenStoreException => exception.Message,
        VerifikLoginRequiredException => $"{exception.Message} See 'verifik login --help'.",
        OptionsValidationException invalid => invalid.Failures.First(),
        VerifikApiException { Failure: VerifikApiFailure.Refused } refused => $"{Of(refused)} ({refused.Message})",
        VerifikApiException => exception.Message,
        HttpRequestException => $"no answer from the server: {exception.Message}",
        OperationCanceledException => "no answer from the server in time.",
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    private static string Of(VerifikApiException refused) => (refused.Operation, refused.StatusCode) switch
    {
        ("ConfirmPhoneLogin" or "ConfirmEmailLogin", HttpStatusCode.BadRequest) => "the code is wrong, has expired or was used.",
        ("RequestPhoneLogin", HttpStatusCode.BadRequest) => "the server refused the number.",
        ("RequestPhoneLogin", HttpStatusCode.NotFound) => "the number belongs to no client of Verifik.",
        ("RequestEmailLogin", HttpStatusCode.NotFound) => "the address belongs to no client of Verifik.",
        _ => "the server refused the request.",
    };
}

using System.Net;

namespace Verifik.Cli;

/// <summary>Explains a failure to the user: the account, the server and what to do.</summary>
internal static class Explanation
{
    /// <summary>The server's message for an expired token with status 403, which it also uses for other errors.</summary>
    public const string TokenExpired = "token_expired";

    /// <param name="exception">The failure.</param>
    /// <param name="known">The account, if one was chosen.</param>
    /// <param name="environmentTokenServer">The server, if the token is that of the environment.</param>
    public static (int ExitCode, string Message) Of(Exception exception, KnownAccount? known, Uri? environmentTokenServer = null)
    {
        var server = environmentTokenServer ?? known?.Server ?? ServerAddress.Production;
        var (account, argument) = (known?.Shown ?? EnvironmentToken.Variable, known?.Argument);
        return exception switch
        {
            ToolException tool => (tool.ExitCode, tool.Message),
            VerifikLoginRequiredException missing => (ExitCode.NoToken, Messages.LoginRequired.With(Of(missing.Reason), account, server, argument)),
            VerifikTokenStoreException store => (ExitCode.FolderUnusable, Messages.TokenUnreadable.With(account, server, OfFolder(store.InnerException ?? store))),
            VerifikApiException { Failure: VerifikApiFailure.Refused } refused => (ExitCode.Refused, Of(refused, account, server, argument)),
            VerifikApiException broken => (ExitCode.NoAnswer, Messages.AnswerUnreadable.With(server, account, (int)broken.StatusCode)),
            HttpRequestException failed => (ExitCode.NoAnswer, Messages.NoAnswer.With(server, account, Of(failed))),
            OperationCanceledException => (ExitCode.NoAnswer, Messages.NoAnswerInTime.With(server, account)),
            _ => (ExitCode.Fault, Messages.Fault.With(exception.GetType().Name, Printable.Of(exception.Message))),
        };
    }

    /// <summary>The message after Ctrl+C: a code that was sent can still be used.</summary>
    public static string OfInterruption(KnownAccount? known, Terminal terminal) => known?.Pending is { } pending && pending.ExpiresAt > terminal.Time.GetUtcNow()
        ? Messages.InterruptedWithCode.With(known.Shown, terminal.Shown(pending.ExpiresAt), known.Argument)
        : Messages.Interrupted;

    /// <summary>Explains why there is no token; <see langword="null"/> if it could not be read.</summary>
    public static string Of(VerifikLoginRequiredReason? reason) => reason switch
    {
        VerifikLoginRequiredReason.Expired => Messages.ReasonExpired,
        VerifikLoginRequiredReason.Rejected => Messages.ReasonRejected,
        VerifikLoginRequiredReason.LoggedOut => Messages.ReasonLoggedOut,
        _ => Messages.ReasonNone,
    };

    /// <summary>Explains why a file or a folder could not be used. The operating system's own message is not translated.</summary>
    public static string OfFolder(Exception exception) => exception switch
    {
        UnauthorizedAccessException => Messages.AccessDenied,
        FileNotFoundException or DirectoryNotFoundException => Messages.CauseNotThere,
        _ => Printable.Of(exception.Message).TrimEnd('.'),
    };

    /// <summary>The server's error code and message.</summary>
    public static string OfServer(VerifikApiException refused) => ErrorOf(refused) is { Length: > 0 } error ? error : $"{(int)refused.StatusCode}";

    private static string Of(VerifikApiException refused, string account, Uri server, string? argument) => (refused.Operation, refused.StatusCode) switch
    {
        ("RequestPhoneLogin" or "RequestEmailLogin", HttpStatusCode.NotFound) => Messages.AccountUnknown.With(account, server, OfServer(refused)),
        (_, HttpStatusCode.TooManyRequests) when refused.RetryAfter is { } wait =>
            $"{Refused(refused, account, server)} {Messages.RetryAfter.With((int)wait.TotalSeconds)}",
        (_, HttpStatusCode.Unauthorized) => $"{Refused(refused, account, server)} {Messages.LoginNext.With(argument)}",
        (_, HttpStatusCode.Forbidden) when refused.Error?.Message == TokenExpired => $"{Refused(refused, account, server)} {Messages.LoginNext.With(argument)}",
        (_, >= HttpStatusCode.InternalServerError) => $"{Refused(refused, account, server)} {Messages.TryLater}",
        _ => Refused(refused, account, server),
    };

    private static string Refused(VerifikApiException refused, string account, Uri server) =>
        Messages.Refused.With(server, account, (int)refused.StatusCode, ErrorOf(refused) is { Length: > 0 } error ? $": {error}" : "");

    private static string ErrorOf(VerifikApiException refused) =>
        Printable.Of(string.Join(": ", new[] { refused.Error?.Code, refused.Error?.Message }.Where(text => !string.IsNullOrWhiteSpace(text)))).TrimEnd('.');

    private static string Of(HttpRequestException failed) => failed.HttpRequestError switch
    {
        HttpRequestError.ConnectionError => Messages.CauseNoConnection,
        HttpRequestError.NameResolutionError => Messages.CauseNoSuchName,
        HttpRequestError.SecureConnectionError => Messages.CauseNotSecure,
        HttpRequestError.ResponseEnded or HttpRequestError.Unknown when failed.InnerException is IOException => Messages.CauseNoWholeAnswer,
        _ => Printable.Of(failed.Message).TrimEnd('.'),
    };
}

using System.Net;

namespace Verifik.Cli;

/// <summary>A failure in the words of the person at the terminal: whose it is, at which server, and what to do.</summary>
internal static class Explanation
{
    /// <summary>What a server answers to an expired token under 403, which it has for other refusals too.</summary>
    public const string TokenExpired = "token_expired";

    /// <param name="exception">The failure.</param>
    /// <param name="known">The account that it is about, where one was chosen.</param>
    /// <param name="environmentTokenServer">The server, where the token is that of the environment.</param>
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

    /// <summary>What a person who gave up should know: that the message they paid for is not lost.</summary>
    public static string OfInterruption(KnownAccount? known, Terminal terminal) => known?.Pending is { } pending && pending.ExpiresAt > terminal.Time.GetUtcNow()
        ? Messages.InterruptedWithCode.With(known.Shown, terminal.Shown(pending.ExpiresAt), known.Argument)
        : Messages.Interrupted;

    /// <summary>Why there is no token; <see langword="null"/> where the folder does not say.</summary>
    public static string Of(VerifikLoginRequiredReason? reason) => reason switch
    {
        VerifikLoginRequiredReason.Expired => Messages.ReasonExpired,
        VerifikLoginRequiredReason.Rejected => Messages.ReasonRejected,
        VerifikLoginRequiredReason.LoggedOut => Messages.ReasonLoggedOut,
        _ => Messages.ReasonNone,
    };

    /// <summary>Why a file or a folder could not be used. The system says it in its own language.</summary>
    public static string OfFolder(Exception exception) => exception switch
    {
        UnauthorizedAccessException => Messages.AccessDenied,
        FileNotFoundException or DirectoryNotFoundException => Messages.CauseNotThere,
        _ => Printable.Of(exception.Message).TrimEnd('.'),
    };

    /// <summary>What the server wrote, code and message.</summary>
    public static string OfServer(VerifikApiException refused) => Said(refused) is { Length: > 0 } said ? said : $"{(int)refused.StatusCode}";

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
        Messages.Refused.With(server, account, (int)refused.StatusCode, Said(refused) is { Length: > 0 } said ? $": {said}" : "");

    private static string Said(VerifikApiException refused) =>
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

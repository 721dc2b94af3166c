using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Diagnostics;

/// <summary>
/// What an operator reads of a token's life. Each message names the account, masked, and its server; none has a token, a
/// code or a whole telephone number.
/// </summary>
internal static partial class TokenLog
{
    [LoggerMessage(1, LogLevel.Warning, "The token store failed for {Account}. A token in memory is used on; without one, nothing is sent.")]
    public static partial void StoreFailed(ILogger logger, string account, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "The token store still fails for {Account}.")]
    public static partial void StoreStillFails(ILogger logger, string account, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "The token store answers again for {Account}.")]
    public static partial void StoreAnswers(ILogger logger, string account);

    [LoggerMessage(4, LogLevel.Debug, "A renewal of the access token of {Account} begins.")]
    public static partial void RenewalBegins(ILogger logger, string account);

    [LoggerMessage(5, LogLevel.Information, "The access token of {Account} was renewed. It is valid until {ExpiresAt:O}.")]
    public static partial void Renewed(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(6, LogLevel.Debug, "The access token of {Account} was renewed, replaced or given up elsewhere: it is not renewed here.")]
    public static partial void RenewalNotNeeded(ILogger logger, string account);

    [LoggerMessage(7, LogLevel.Warning, "The access token of {Account} could not be renewed, {Failures} times by now. The next attempt is in {Pause}. The token is valid until {ExpiresAt:O}.")]
    public static partial void RenewalFailed(ILogger logger, string account, Exception exception, int failures, TimeSpan pause, DateTimeOffset expiresAt);

    [LoggerMessage(8, LogLevel.Warning, "The server gave a token for {Account} that does not outlast the current one, which is kept and valid until {ExpiresAt:O}. The next attempt is in {Pause}.")]
    public static partial void RenewalNotLonger(ILogger logger, string account, DateTimeOffset expiresAt, TimeSpan pause);

    [LoggerMessage(9, LogLevel.Information, "A one-time password was sent to {Account}.")]
    public static partial void CodeSent(ILogger logger, string account);

    [LoggerMessage(10, LogLevel.Information, "Logged in as {Account}. The access token is valid until {ExpiresAt:O}.")]
    public static partial void LoggedIn(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(11, LogLevel.Warning, "A step of the login as {Account}, '{Step}', failed: {Outcome}.")]
    public static partial void LoginFailed(ILogger logger, string account, string step, string outcome);

    [LoggerMessage(12, LogLevel.Information, "Logged out as {Account}.")]
    public static partial void LoggedOut(ILogger logger, string account);

    [LoggerMessage(13, LogLevel.Information, "The access tokens of {Account} were revoked. The new one is valid until {ExpiresAt:O}.")]
    public static partial void Revoked(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(14, LogLevel.Information, "The server refused the access token of {Account}, which is valid until {ExpiresAt:O}. Memory, the token store and the server are asked for another one.")]
    public static partial void TokenRefused(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(15, LogLevel.Warning, "The server refuses to renew the access token of {Account}, which is valid until {ExpiresAt:O}. A person has to log in.")]
    public static partial void TokenRejected(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(16, LogLevel.Warning, "An exchange with the server for {Account} did not end within {Timeout} after the application began to stop. Its result is lost.")]
    public static partial void NotEndedInTime(ILogger logger, string account, TimeSpan timeout);
}

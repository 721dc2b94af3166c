using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Diagnostics;

/// <summary>
/// The log messages. Each contains the masked account and its server; none contains a token, a code or a whole
/// telephone number.
/// </summary>
internal static partial class TokenLog
{
    [LoggerMessage(1, LogLevel.Warning, "The token store failed for {Account}. A token in memory is still used; without one, nothing is sent.")]
    public static partial void StoreFailed(ILogger logger, string account, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "The token store is still failing for {Account}.")]
    public static partial void StoreStillFails(ILogger logger, string account, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "The token store has recovered for {Account}.")]
    public static partial void StoreRecovered(ILogger logger, string account);

    [LoggerMessage(4, LogLevel.Debug, "Renewing the access token of {Account}.")]
    public static partial void RenewalBegins(ILogger logger, string account);

    [LoggerMessage(5, LogLevel.Information, "The access token of {Account} was renewed. It is valid until {ExpiresAt:O}.")]
    public static partial void Renewed(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(6, LogLevel.Debug, "The access token of {Account} was renewed, replaced or removed elsewhere, so it is not renewed here.")]
    public static partial void RenewalNotNeeded(ILogger logger, string account);

    [LoggerMessage(7, LogLevel.Warning, "The access token of {Account} could not be renewed ({Failures} consecutive failures). The next attempt is in {Pause}. The token is valid until {ExpiresAt:O}.")]
    public static partial void RenewalFailed(ILogger logger, string account, Exception exception, int failures, TimeSpan pause, DateTimeOffset expiresAt);

    [LoggerMessage(8, LogLevel.Warning, "The renewed access token of {Account} expires no later than the current one, which is kept and valid until {ExpiresAt:O}. The next attempt is in {Pause}.")]
    public static partial void RenewalNotLonger(ILogger logger, string account, DateTimeOffset expiresAt, TimeSpan pause);

    [LoggerMessage(9, LogLevel.Information, "A one-time password was sent to {Account}.")]
    public static partial void CodeSent(ILogger logger, string account);

    [LoggerMessage(10, LogLevel.Information, "Logged in as {Account}. The access token is valid until {ExpiresAt:O}.")]
    public static partial void LoggedIn(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(11, LogLevel.Warning, "The login step '{Step}' failed for {Account}: {Outcome}.")]
    public static partial void LoginFailed(ILogger logger, string account, string step, string outcome);

    [LoggerMessage(12, LogLevel.Information, "Logged out as {Account}.")]
    public static partial void LoggedOut(ILogger logger, string account);

    [LoggerMessage(13, LogLevel.Information, "The access tokens of {Account} were revoked. The new one is valid until {ExpiresAt:O}.")]
    public static partial void Revoked(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(14, LogLevel.Information, "The server refused the access token of {Account}, which is valid until {ExpiresAt:O}. A replacement is requested from memory, the token store and the server.")]
    public static partial void TokenRefused(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(15, LogLevel.Warning, "The server refused to renew the access token of {Account}, which is valid until {ExpiresAt:O}. A person has to log in.")]
    public static partial void TokenRejected(ILogger logger, string account, DateTimeOffset expiresAt);

    [LoggerMessage(16, LogLevel.Warning, "A request for {Account} did not complete within {Timeout} of the application shutdown. Its result is lost.")]
    public static partial void NotEndedInTime(ILogger logger, string account, TimeSpan timeout);
}

using Microsoft.Extensions.Logging;

namespace Verifik.Internal.Diagnostics;

/// <summary>What an operator reads of the token's life. No message has a token, a code or a telephone.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(1, LogLevel.Warning, "The token store failed. A token in memory is used on; without one, nothing is sent.")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The token store has an entry that is damaged or of another account. It was passed over.")]
    public static partial void EntryUnreadable(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "The access token was renewed. It is valid until {ExpiresAt:O}.")]
    public static partial void Renewed(ILogger logger, DateTimeOffset? expiresAt);

    [LoggerMessage(4, LogLevel.Warning, "The access token could not be renewed, {Failures} times by now. The next attempt is in {Pause}. The token is valid until {ExpiresAt:O}.")]
    public static partial void RenewalFailed(ILogger logger, Exception exception, int failures, TimeSpan pause, DateTimeOffset expiresAt);

    [LoggerMessage(5, LogLevel.Debug, "A renewal of the access token begins.")]
    public static partial void RenewalBegins(ILogger logger);

    [LoggerMessage(6, LogLevel.Debug, "Another process has claimed the renewal. This one looks again in {Pause}.")]
    public static partial void RenewalLeftToAnother(ILogger logger, TimeSpan pause);

    [LoggerMessage(7, LogLevel.Debug, "The access token was replaced or given up elsewhere: it is not renewed here.")]
    public static partial void RenewalNotNeeded(ILogger logger);

    [LoggerMessage(8, LogLevel.Information, "A one-time password was sent.")]
    public static partial void CodeSent(ILogger logger);

    [LoggerMessage(9, LogLevel.Information, "Logged in. The access token is valid until {ExpiresAt:O}.")]
    public static partial void LoggedIn(ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(10, LogLevel.Warning, "A step of the login, '{Step}', failed: {Outcome}.")]
    public static partial void LoginFailed(ILogger logger, string step, string outcome);

    [LoggerMessage(11, LogLevel.Information, "Logged out.")]
    public static partial void LoggedOut(ILogger logger);

    [LoggerMessage(12, LogLevel.Warning, "The server refuses the access token, which is valid until {ExpiresAt:O}. Another one is looked for in the token store.")]
    public static partial void TokenRejected(ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(13, LogLevel.Information, "The access token was exchanged for a new one, as was asked. It is valid until {ExpiresAt:O}.")]
    public static partial void Exchanged(ILogger logger, DateTimeOffset expiresAt);
}

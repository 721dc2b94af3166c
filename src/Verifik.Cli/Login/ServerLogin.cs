using System.Net;
using Verifik.Cli.Commands;

namespace Verifik.Cli.Login;

/// <summary>
/// An interactive login with at most one paid message: if a code was sent in this or an earlier run and has not been
/// entered, the login asks for it instead of sending another one.
/// </summary>
internal sealed class ServerLogin(Invocation run, Connection connection, KnownAccount known)
{
    // Four attempts in total; the server invalidates a code after five wrong attempts.
    private const int AskedAgain = 3;

    // The lifetime of a code if the server did not report it, and the maximum if the local clock is behind (in the
    // documentation, expiresAt is ten minutes after createdAt).
    private static readonly TimeSpan LifeOfACode = TimeSpan.FromMinutes(10);

    private readonly CodeDialog _dialog = new(run);

    private DateTimeOffset LatestExpiry => run.Terminal.Time.GetUtcNow() + LifeOfACode;

    /// <exception cref="ToolException">A code cannot be entered, the codes were wrong, or the token was not stored.</exception>
    public async Task<VerifikToken> RunAsync(bool resend, CancellationToken cancellationToken)
    {
        if (!await run.Input.IsOpenAsync(cancellationToken))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.NobodyToType.With(known.Shown, known.Server));
        }

        var pending = known.Pending is { } code && code.ExpiresAt > run.Terminal.Time.GetUtcNow() ? code : null;
        if (pending is not null)
        {
            // Uses the name that the account may have been given in the meantime, because messages refer to it.
            await RememberAsync(pending);
        }

        if (resend && !await _dialog.ConfirmAsync((pending is null ? Messages.ConfirmSend : Messages.ConfirmResend).With(known.Shown, known.Server), cancellationToken))
        {
            await run.Terminal.Prompts.WriteLineAsync(Messages.NothingSent);
        }
        else if (resend || pending is null)
        {
            pending = await SendAsync(cancellationToken);
        }
        else
        {
            await run.Terminal.Prompts.WriteLineAsync(Messages.CodeSentBefore.With(known.Shown, known.Server, known.Argument));
        }

        if (pending is null)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.NoCodeToType.With(known.Shown, known.Server));
        }

        var token = await ExchangeAsync(pending, cancellationToken);
        await run.Book.RememberAsync(known with { Pending = null }, CancellationToken.None);
        await RequireKeptAsync(cancellationToken);
        return token;
    }

    private async Task<PendingCode> SendAsync(CancellationToken cancellationToken)
    {
        PendingCode pending;
        try
        {
            var sent = await connection.Session.BeginLoginAsync(cancellationToken);
            pending = new PendingCode(sent.Channel, sent.ExpiresAt > run.Terminal.Time.GetUtcNow() ? sent.ExpiresAt.Value : LatestExpiry);
        }
        catch (Exception exception) when (MayHaveBeenSent(exception))
        {
            await RememberAsync(new PendingCode(null, LatestExpiry));
            cancellationToken.ThrowIfCancellationRequested();
            var (exitCode, message) = Explanation.Of(exception, known);
            throw new ToolException(exitCode, $"{message} {Messages.MayHaveBeenSent.With(known.Argument)}");
        }

        await RememberAsync(pending);
        var channel = pending.Channel is { } name ? Messages.CodeSentBy.With(Printable.Of(name)) : "";
        await run.Terminal.Prompts.WriteLineAsync(Messages.CodeSent.With(known.Shown, known.Server, channel));
        return pending;
    }

    // Not cancelled by Ctrl+C, because the message was paid for.
    private Task RememberAsync(PendingCode pending) => run.Book.RememberAsync(run.Choose(known with { Pending = pending }), CancellationToken.None);

    private async Task<VerifikToken> ExchangeAsync(PendingCode pending, CancellationToken cancellationToken)
    {
        for (var again = AskedAgain; ; again--)
        {
            var code = await _dialog.AskAsync(known, pending.ExpiresAt, cancellationToken);
            try
            {
                return await connection.Session.CompleteLoginAsync(code, cancellationToken);
            }
            catch (VerifikApiException exception) when (exception is { Failure: VerifikApiFailure.Refused, StatusCode: HttpStatusCode.BadRequest })
            {
                var reason = Explanation.OfServer(exception);
                await (again > 0
                    ? run.Terminal.Prompts.WriteLineAsync(Messages.CodeWrong.With(reason, again))
                    : throw new ToolException(ExitCode.Refused, Messages.CodeWrongTooOften.With(known.Shown, known.Server, known.Argument, reason)));
            }
        }
    }

    // If its store fails, the SDK keeps the token in memory. This process exits, so the file is checked.
    private async Task RequireKeptAsync(CancellationToken cancellationToken)
    {
        await using var later = run.Connect(known);
        try
        {
            await later.Session.GetTokenAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is VerifikTokenStoreException or VerifikLoginRequiredException)
        {
            throw new ToolException(ExitCode.FolderUnusable, Messages.TokenNotKept.With(known.Shown, run.Folder, Explanation.OfFolder(exception.InnerException ?? exception)));
        }
    }

    // The connection was established, but there was no response, or one from a gateway or a failing server.
    private static bool MayHaveBeenSent(Exception exception) => exception
        is OperationCanceledException
        or HttpRequestException { HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError) }
        or VerifikApiException { Failure: not VerifikApiFailure.Refused }
        or VerifikApiException { StatusCode: >= HttpStatusCode.InternalServerError };
}

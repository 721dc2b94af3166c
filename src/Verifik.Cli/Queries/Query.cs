using System.Net.Http.Headers;
using Verifik.Cli.Commands;

namespace Verifik.Cli.Queries;

/// <summary>A query of Verifik's API with the account's token.</summary>
internal static class Query
{
    /// <exception cref="ToolException">The query is invalid, or the server refused it.</exception>
    public static async Task SendAsync(Invocation run, HttpMethod method, string path, string? data, CancellationToken cancellationToken)
    {
        if (EnvironmentToken.Read(run.Terminal) is { } given)
        {
            using var request = await RequestAsync(run, run.UseEnvironmentToken(), method, path, data, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", given.Reveal());
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            await SendAsync(run, http, request, new QueryFailure(EnvironmentToken.Variable, given, Messages.EnvironmentTokenRefused), cancellationToken);
        }
        else
        {
            var known = await run.AccountAsync([], cancellationToken);
            using var request = await RequestAsync(run, known.Server, method, path, data, cancellationToken);
            await using var connection = run.Connect(known);
            var token = await TokenAsync(run, connection.Session, known, cancellationToken);
            await SendAsync(run, connection.Http, request, new QueryFailure(known.Shown, token, Messages.LoginNext.With(known.Argument)), cancellationToken);
        }
    }

    private static async Task<HttpRequestMessage> RequestAsync(
        Invocation run, Uri server, HttpMethod method, string path, string? data, CancellationToken cancellationToken)
    {
        var address = QueryPath.Parse(path, server);
        var content = data is null ? null : await QueryBody.ReadAsync(data, run.Terminal.In, cancellationToken);
        return new HttpRequestMessage(method, address) { Content = content };
    }

    private static async Task SendAsync(Invocation run, HttpClient http, HttpRequestMessage request, QueryFailure failure, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw await failure.OfAsync(response, cancellationToken);
        }

        await QueryAnswer.WriteAsync(response.Content, run.Terminal, raw: run.IsJson || !run.Terminal.IsOutTerminal, cancellationToken);
    }

    /// <summary>Gets the token, and renews it if it expires soon. A failed renewal is only a warning, because the token is still valid.</summary>
    private static async Task<VerifikToken> TokenAsync(Invocation run, IVerifikSession session, KnownAccount known, CancellationToken cancellationToken)
    {
        var token = await session.GetTokenAsync(cancellationToken);
        if (token.ExpiresAt - run.Terminal.Time.GetUtcNow() >= Connection.RenewBefore)
        {
            return token;
        }

        try
        {
            return await session.RenewAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is VerifikApiException or HttpRequestException or VerifikTokenStoreException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var message = Messages.NotRenewed.With(known.Shown, run.Terminal.Shown(token.ExpiresAt), Explanation.Of(exception, known).Message);
            await run.Terminal.Error.WriteLineAsync($"verifik: {message}");
            return token;
        }
    }
}

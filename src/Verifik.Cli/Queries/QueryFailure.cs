using System.Net;
using System.Text.Json;

namespace Verifik.Cli.Queries;

/// <summary>What a server says when it refuses a query: its code and its message, without the token.</summary>
/// <param name="account">Whose query it was, for the message.</param>
/// <param name="token">The token that it was made with.</param>
/// <param name="tokenRefused">What to do where it was the token that was refused.</param>
internal sealed class QueryFailure(string account, VerifikToken token, string tokenRefused)
{
    // Of a gateway's page, the beginning says enough.
    private const int LongestBody = 64 * 1024;

    private static readonly string[] Words = ["code", "message", "error"];

    public async Task<ToolException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var request = response.RequestMessage!;
        var (server, path) = (request.RequestUri!.GetLeftPart(UriPartial.Authority), Printable.Of(request.RequestUri.AbsolutePath));
        var said = Said(await BeginningAsync(response, cancellationToken)).Replace(token.Reveal(), "***", StringComparison.Ordinal);
        var message = Messages.QueryRefused.With(server, request.Method, path, account, (int)response.StatusCode, said.Length > 0 ? $": {Printable.Of(said).TrimEnd('.')}" : "");
        return new ToolException(ExitCode.Refused, $"{message} {WhatNow(response, said)}".Trim());
    }

    // Which answers are charged: Verifik's service level agreement.
    private string WhatNow(HttpResponseMessage response, string said) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => Messages.NotFoundIsCharged,
        HttpStatusCode.Unauthorized => tokenRefused,
        HttpStatusCode.Forbidden when said.Contains(Explanation.TokenExpired, StringComparison.Ordinal) => tokenRefused,
        HttpStatusCode.TooManyRequests when response.Headers.RetryAfter?.Delta is { } wait => Messages.RetryAfter.With((int)wait.TotalSeconds),
        HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.UnprocessableEntity or HttpStatusCode.InternalServerError
            => Messages.NotCharged,
        _ => "",
    };

    private static string Said(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var words = Words.Select(name => Text(json.RootElement, name)).Where(text => text.Length > 0);
            return string.Join(": ", words);
        }
        catch (JsonException)
        {
            return body.Contains('<', StringComparison.Ordinal) ? "" : body;
        }
    }

    private static string Text(JsonElement json, string name) => json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.ValueKind == JsonValueKind.Object ? Text(value, "message")
        : "";

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[LongestBody];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }
}

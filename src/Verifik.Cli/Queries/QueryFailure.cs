using System.Net;
using System.Text.Json;

namespace Verifik.Cli.Queries;

/// <summary>Explains an error response to a query: its code and message, without the token.</summary>
/// <param name="account">The account of the query, for the message.</param>
/// <param name="token">The token of the query.</param>
/// <param name="tokenRefused">What to do if the token was refused.</param>
internal sealed class QueryFailure(string account, VerifikToken token, string tokenRefused)
{
    // The beginning of a gateway's error page is sufficient.
    private const int LongestBody = 64 * 1024;

    private static readonly string[] Words = ["code", "message", "error"];

    public async Task<ToolException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var request = response.RequestMessage!;
        var (server, path) = (request.RequestUri!.GetLeftPart(UriPartial.Authority), Printable.Of(request.RequestUri.AbsolutePath));
        var error = ErrorIn(await BeginningAsync(response, cancellationToken)).Replace(token.Reveal(), "***", StringComparison.Ordinal);
        var message = Messages.QueryRefused.With(server, request.Method, path, account, (int)response.StatusCode, error.Length > 0 ? $": {Printable.Of(error).TrimEnd('.')}" : "");
        return new ToolException(ExitCode.Refused, $"{message} {Hint(response, error)}".Trim());
    }

    // Which responses are charged, from Verifik's service level agreement.
    private string Hint(HttpResponseMessage response, string error) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => Messages.NotFoundIsCharged,
        HttpStatusCode.Unauthorized => tokenRefused,
        HttpStatusCode.Forbidden when error.Contains(Explanation.TokenExpired, StringComparison.Ordinal) => tokenRefused,
        HttpStatusCode.TooManyRequests when response.Headers.RetryAfter?.Delta is { } wait => Messages.RetryAfter.With((int)wait.TotalSeconds),
        HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.UnprocessableEntity or HttpStatusCode.InternalServerError
            => Messages.NotCharged,
        _ => "",
    };

    private static string ErrorIn(string body)
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

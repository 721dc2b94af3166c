using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Verifik.Sandbox.Http;

/// <summary>
/// Converts an operation to an endpoint: it returns an <see cref="Answer"/> or the body of a 200, or throws a
/// <see cref="Refusal"/>. Every request is recorded in the journal.
/// </summary>
internal sealed class Exchange(TimeProvider clock, Journal journal, Secrets secrets)
{
    /// <summary>The maximum request size, large enough for base64 images.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    // Verifik's document: "2024-05-29T03:41:27.009Z".
    private static readonly JsonSerializerSettings Format = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateFormatString = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        NullValueHandling = NullValueHandling.Ignore,
    };

    public RequestDelegate To(Func<HttpRequest, Task<object>> operation) => async context =>
    {
        var receivedAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        using var body = new MemoryStream();
        Answer answer;
        try
        {
            await ReadAsync(context.Request, body);
            var result = await operation(context.Request);
            answer = result as Answer ?? AnswerOf(result);
        }
        catch (Refusal refusal)
        {
            answer = AnswerOf(refusal);
        }
        catch (InvalidDataException exception)
        {
            // An invalid part of a contract may be detected only when it is used. The response is for its author.
            answer = new Answer(StatusCodes.Status500InternalServerError, JsonConvert.SerializeObject(new { code = "ContractMistake", message = exception.Message }));
        }

        answer = await DelayAsync(answer, context.RequestAborted);

        journal.Add(new SandboxRequest
        {
            ReceivedAt = receivedAt,
            Method = context.Request.Method,
            Path = context.Request.Path.ToUriComponent(),
            Query = secrets.MaskQuery(context.Request.Query),
            Authorization = Secrets.MaskAuthorization(context.Request.Headers.Authorization),
            Body = body.Length == 0 ? null : secrets.MaskJson(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)) ?? $"({body.Length} bytes, not JSON)",
            Status = answer.Ending == Ending.Dropped ? null : answer.Status,
            AnswerType = answer.ContentType,
            Answer = secrets.MaskJson(answer.Body) ?? answer.Body,
            Magic = answer.Magic?.Name,
            Took = clock.GetElapsedTime(started),
        });
        await WriteAsync(context, answer);
    };

    // A client that disconnects during the delay is recorded as a dropped connection.
    private async Task<Answer> DelayAsync(Answer answer, CancellationToken aborted)
    {
        try
        {
            await Task.Delay(answer.Delay, clock, aborted);
            return answer;
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return answer with { Ending = Ending.Dropped };
        }
    }

    /// <summary>Creates a successful response with a body.</summary>
    public static Answer AnswerOf(object body) => new(StatusCodes.Status200OK, JsonConvert.SerializeObject(body, Format));

    public Answer AnswerOf(Refusal refusal) => new(refusal.Status, JsonConvert.SerializeObject(refusal.ToError(clock.GetUtcNow()), Format));

    private static async Task ReadAsync(HttpRequest request, MemoryStream body)
    {
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            body.Position = 0;
            request.Body = body;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.BadRequest($"The body is larger than {MaximumBytes} bytes.");
        }
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        if (answer.Ending == Ending.Dropped)
        {
            context.Abort();
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (bytes.Length == 0 || answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = bytes.Length;

        // The server closes the connection if fewer bytes than Content-Length were written. Abort() would reset it, and
        // could discard the bytes that were sent.
        var sent = answer.Ending == Ending.Truncated ? bytes.Length / 2 : bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, sent), context.RequestAborted);
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verifik.Sandbox.Page;

/// <summary>The journal as server-sent events: the existing entries, <c>ready</c>, and then each new message and request.</summary>
internal sealed class PageFeed(Journal journal, IHostApplicationLifetime lifetime)
{
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task SendAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        var last = journal.LastNumber;

        // A number that is too high belongs to an earlier sandbox at the same address, which the page was connected to.
        var asked = After(context.Request);
        var after = asked <= last ? asked : 0;
        try
        {
            if (after >= last)
            {
                await SendAsync(context, "event: ready\ndata:\n\n", end.Token);
            }

            await foreach (var entry in journal.ReadAsync(after, end.Token))
            {
                var isLast = after < last && entry.Number >= last;
                after = entry.Number;
                await SendAsync(context, Event(entry) + (isLast ? "event: ready\ndata:\n\n" : ""), end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has disconnected, or the sandbox is stopping.
        }
    }

    // After a lost connection, a browser sends the number of the last event.
    private static long After(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last
        : long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
        : 0;

    private static async Task SendAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(text, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    private static string Event(JournalEntry entry)
    {
        var (kind, data) = entry.Item switch
        {
            OutboxMessage message => ("message", (object)new { entry.Number, Kind = "message", At = message.SentAt, To = Recipient.Of(message.Account), message.Code }),
            SandboxRequest request => ("request", new
            {
                entry.Number,
                Kind = "request",
                At = request.ReceivedAt,
                request.Method,
                Path = request.Path + request.Query,
                request.Authorization,
                request.Body,
                request.Status,
                request.Answer,
                request.Magic,
                Took = request.Took.TotalMilliseconds,
            }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return string.Create(CultureInfo.InvariantCulture, $"id: {entry.Number}\nevent: {kind}\ndata: {JsonSerializer.Serialize(data, Format)}\n\n");
    }
}

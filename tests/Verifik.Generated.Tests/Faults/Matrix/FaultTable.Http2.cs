using System.Text;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Faults.Matrix;

// The same over HTTP/2, where a stream is reset and not a connection.
internal static partial class FaultTable
{
    private static IEnumerable<Fault> Http2()
    {
        yield return Multiplexed("answers", (context, json) => context.Response.WriteAsync(json));
        yield return Multiplexed("resets the stream before it answers", (context, _) => Abort(context));
        yield return Multiplexed("resets the stream after the headers", async (context, _) =>
        {
            await context.Response.StartAsync();
            context.Abort();
        });
        yield return Multiplexed("resets the stream in the body", async (context, json) =>
        {
            await context.Response.WriteAsync(json[..(json.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        yield return Multiplexed("ends the stream in the body", (context, json) => context.Response.WriteAsync(json[..(json.Length / 2)]));
        yield return Multiplexed("does not answer", (context, _) => HoldAsync(context)) with { Stalls = true };
        yield return Multiplexed("stops after the headers", async (context, _) =>
        {
            await context.Response.StartAsync();
            await HoldAsync(context);
        }) with { Stalls = true };
        yield return Multiplexed("stops in the body", async (context, json) =>
        {
            await context.Response.WriteAsync(json[..(json.Length / 2)]);
            await context.Response.Body.FlushAsync();
            await HoldAsync(context);
        }) with { Stalls = true };
        yield return Multiplexed("sends the body a byte at a time, without an end", async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
            }
        }) with { Stalls = true };
        yield return Multiplexed("sends 100 MB", async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.BodyWriter.WriteAsync(new byte[Megabyte]);
            }
        });
        yield return Multiplexed("answers 204", (context, _) => StatusAsync(context, 204, ""));
        yield return Multiplexed("answers 307 with another host", (context, _) =>
        {
            context.Response.Headers.Location = "http://localhost:1/elsewhere";
            return StatusAsync(context, 307, "");
        });
        yield return Multiplexed("answers 409", (context, _) => StatusAsync(context, 409, Envelope("MissingParameter")));
        yield return Multiplexed("answers 502 with HTML", (context, _) => StatusAsync(context, 502, "<html>"));
        yield return Multiplexed("answers with HTML", (context, _) => StatusAsync(context, 200, "<html>"));
        yield return Multiplexed("answers with nothing", (context, _) => StatusAsync(context, 200, ""));
    }

    private static Fault Multiplexed(string name, Func<HttpContext, string, Task> script) =>
        new("HTTP/2", name, Nothing) { Transport = Transport.Multiplexed, Multiplexed = script };

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task StatusAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    private static async Task HoldAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}

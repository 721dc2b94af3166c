using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Verifik.Tests.Faults.Matrix;

// The same over HTTP/2, where a stream is reset instead of a connection, without TLS and with it.
internal static partial class FaultTable
{
    private static IEnumerable<Fault> EncryptedHttp2() =>
        Http2().Select(fault => fault with { Chapter = "HTTP/2 over TLS", Transport = Transport.EncryptedHttp2 });

    private static IEnumerable<Fault> Http2()
    {
        yield return OverHttp2("responds", (context, json) => context.Response.WriteAsync(json));
        yield return OverHttp2("resets the stream before the response", (context, _) => Abort(context));
        yield return OverHttp2("resets the stream after the headers", async (context, _) =>
        {
            await context.Response.StartAsync();
            context.Abort();
        });
        yield return OverHttp2("resets the stream during the body", async (context, json) =>
        {
            await context.Response.WriteAsync(json[..(json.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        yield return OverHttp2("closes the connection before the response", (context, _) =>
        {
            context.Features.Get<IConnectionLifetimeFeature>()!.Abort();
            return Task.CompletedTask;
        });
        yield return OverHttp2("sends GOAWAY before the response", (context, _) => RejectAsync(context));
        yield return OverHttp2("sends GOAWAY during the body", async (context, _) =>
        {
            // More than the window of a stream, so that the client has certainly begun to read the body.
            await context.Response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', Megabyte)));
            await RejectAsync(context);
        });
        yield return OverHttp2("sends GOAWAY for later requests, and responds", async (context, json) =>
        {
            await GoAwayAsync(context, lastStream: byte.MaxValue);
            await context.Response.WriteAsync(json);
        });
        yield return OverHttp2("ends the stream before the end of the body", (context, json) => context.Response.WriteAsync(json[..(json.Length / 2)]));
        yield return OverHttp2("does not respond", (context, _) => HoldAsync(context)) with { Stalls = true };
        yield return OverHttp2("stalls after the headers", async (context, _) =>
        {
            await context.Response.StartAsync();
            await HoldAsync(context);
        }) with
        { Stalls = true };
        yield return OverHttp2("stalls during the body", async (context, json) =>
        {
            await context.Response.WriteAsync(json[..(json.Length / 2)]);
            await context.Response.Body.FlushAsync();
            await HoldAsync(context);
        }) with
        { Stalls = true };
        yield return OverHttp2("sends an endless body byte by byte", async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
            }
        }) with
        { Stalls = true };
        yield return OverHttp2("sends a body of 100 MB", async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.BodyWriter.WriteAsync(new byte[Megabyte]);
            }
        });
        yield return OverHttp2("returns 204", (context, _) => StatusAsync(context, 204, ""));
        yield return OverHttp2("redirects (307) to another host", (context, _) =>
        {
            context.Response.Headers.Location = "http://localhost:1/elsewhere";
            return StatusAsync(context, 307, "");
        });
        yield return OverHttp2("returns 409", (context, _) => StatusAsync(context, 409, Envelope("MissingParameter")));
        yield return OverHttp2(RejectsStoredToken, (context, json) => context.Request.Headers.Authorization == $"Bearer {Operations.RenewedToken}" || Http2Server.OperationOf(context) == Operation.Renew
            ? StatusAsync(context, 200, json)
            : StatusAsync(context, 401, Envelope("Unauthorized")));
        yield return OverHttp2("returns 502 with HTML", (context, _) => StatusAsync(context, 502, "<html>"));
        yield return OverHttp2("returns HTML", (context, _) => StatusAsync(context, 200, "<html>"));
        yield return OverHttp2("returns an empty body", (context, _) => StatusAsync(context, 200, ""));
    }

    private const byte GoAway = 7;

    private static Fault OverHttp2(string name, Func<HttpContext, string, Task> script) =>
        new("HTTP/2", name, Nothing) { Transport = Transport.Http2, Http2Script = script };

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task RejectAsync(HttpContext context)
    {
        await GoAwayAsync(context, lastStream: 0);
        await HoldAsync(context);
    }

    // Bypasses Kestrel, which sends a GOAWAY frame only for a fault of the client or when it stops.
    private static async Task GoAwayAsync(HttpContext context, byte lastStream) =>
        await context.Features.Get<IConnectionTransportFeature>()!.Transport.Output.WriteAsync(
            (byte[])[0, 0, 8, GoAway, 0, 0, 0, 0, 0, 0, 0, 0, lastStream, 0, 0, 0, 0]);

    private static Task StatusAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    private static async Task HoldAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}

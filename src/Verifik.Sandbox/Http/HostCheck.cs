using System.Net;
using System.Text.Json;

namespace Verifik.Sandbox.Http;

/// <summary>
/// Rejects requests whose <c>Host</c> header is not this machine. With DNS rebinding, a web page could map its own name
/// to 127.0.0.1 and read the sandbox, but its requests contain its name in <c>Host</c>.
/// </summary>
internal static class HostCheck
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(
            JsonSerializer.Serialize(new { code = "MisdirectedRequest", message = "The sandbox only accepts requests for localhost and 127.0.0.1." }),
            context.RequestAborted);
    }
}

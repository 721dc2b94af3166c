using System.Net;
using System.Text.Json;

namespace Verifik.Sandbox.Http;

/// <summary>
/// Refuses requests for a host that is not this machine. A web page can have its own name lead to 127.0.0.1 (DNS
/// rebinding) and then read what is here; its requests still say its name in <c>Host</c>.
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
            JsonSerializer.Serialize(new { code = "MisdirectedRequest", message = "The sandbox answers only requests for localhost and 127.0.0.1." }),
            context.RequestAborted);
    }
}

namespace Verifik.Sandbox.Page;

/// <summary>Keeps the page to itself: it loads nothing from elsewhere, and no other origin reads or frames it.</summary>
internal static class PageGuard
{
    /// <summary>What the page may load: its own files.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static RequestDelegate To(RequestDelegate next) => async context =>
    {
        // Browsers say where a request comes from. A link from elsewhere may lead to the page; a script from there gets nothing.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && context.Request.Headers["Sec-Fetch-Mode"] != "navigate")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await next(context);
    };
}

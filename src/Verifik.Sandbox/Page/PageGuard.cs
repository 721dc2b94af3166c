namespace Verifik.Sandbox.Page;

/// <summary>Isolates the page: it loads nothing from other origins, and other origins cannot read or frame it.</summary>
internal static class PageGuard
{
    /// <summary>The page may load its own files only.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static RequestDelegate To(RequestDelegate next) => async context =>
    {
        // Browsers send the origin of a request. Links from other sites are allowed; requests by their scripts are not.
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

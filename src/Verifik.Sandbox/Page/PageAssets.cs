namespace Verifik.Sandbox.Page;

/// <summary>The files of the page, which are embedded in the assembly.</summary>
internal static class PageAssets
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["page.html"] = "text/html; charset=utf-8",
        ["page.css"] = "text/css; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["texts.json"] = "application/json; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    public static IEnumerable<string> Names => Types.Keys;

    public static async Task SendAsync(string name, HttpContext context)
    {
        context.Response.ContentType = Types[name];
        await using var asset = Open(name);
        context.Response.ContentLength = asset.Length;
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    public static Stream Open(string name) => typeof(PageAssets).Assembly.GetManifestResourceStream($"Page/{name}")!;
}

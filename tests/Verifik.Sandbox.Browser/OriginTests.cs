using Microsoft.Playwright;
using Verifik.Sandbox;

namespace Verifik.Tests.Browser;

/// <summary>A page of another origin, even on this machine, cannot read the sandbox.</summary>
public sealed class OriginTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task AScriptOfAnotherOrigin_ReadsNothing()
    {
        await using var another = await VerifikSandbox.StartAsync();
        var page = await OpenAsync();
        await page.RouteAsync($"{another.BaseAddress}attack", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Another page</title>" }));
        await page.GotoAsync($"{another.BaseAddress}attack");

        foreach (var path in new[] { "", "sandbox/about.json", "sandbox/events", "v2/unknown" })
        {
            // In the no-cors mode a browser hands out an answer that cannot be read, and an error where even that is forbidden.
            foreach (var mode in new[] { "cors", "no-cors" })
            {
                var outcome = await ReadAsync(page, new Uri(Server.BaseAddress, path), mode);

                Assert.True(outcome is "refused" or "unreadable", $"{mode} {path}: {outcome}");
            }
        }

        Expected(another.BaseAddress);
    }

    [Fact]
    public async Task APageOfAnotherOrigin_CannotFrameIt()
    {
        using var answer = await Http.GetAsync("/");

        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static Task<string> ReadAsync(IPage page, Uri address, string mode) => page.EvaluateAsync<string>(
        "async ([address, mode]) => { try { const answer = await fetch(address, { mode }); return answer.type === 'opaque' ? 'unreadable' : await answer.text(); } catch { return 'refused'; } }",
        new[] { address.AbsoluteUri, mode });
}

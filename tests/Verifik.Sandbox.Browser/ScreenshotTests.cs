using Microsoft.Playwright;

namespace Verifik.Tests.Browser;

/// <summary>Screenshots of the page, and its layout on a narrow screen.</summary>
public sealed class ScreenshotTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task OnADesktop_ItIsLight() => await KeepAsync(await OpenFilledAsync(), "desktop-light");

    [BrowserFact]
    public async Task OnADarkDesktop_ItIsDark()
    {
        var page = await OpenFilledAsync(options => options.ColorScheme = ColorScheme.Dark);

        Assert.Equal("rgb(18, 23, 21)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        await KeepAsync(page, "desktop-dark");
    }

    [BrowserFact]
    public async Task OnATelephone_NothingIsWiderThanTheScreen()
    {
        var page = await OpenFilledAsync(options =>
        {
            options.ViewportSize = new ViewportSize { Width = 360, Height = 780 };
            (options.IsMobile, options.HasTouch, options.DeviceScaleFactor) = (true, true, 2);
        });
        foreach (var summary in await page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await KeepAsync(page, "telephone-open");
    }

    [BrowserFact]
    public async Task InSpanish_ItIsCaptured() => await KeepAsync(await OpenFilledAsync(options => options.Locale = "es-CO"), "desktop-spanish");

    [BrowserFact]
    public async Task WithoutEntries_ItIsCaptured() => await KeepAsync(await OpenLiveAsync(), "desktop-empty");

    [BrowserFact]
    public async Task OnATelephone_ItIsCaptured()
    {
        var page = await OpenFilledAsync(options =>
        {
            options.ViewportSize = new ViewportSize { Width = 360, Height = 780 };
            (options.IsMobile, options.HasTouch, options.DeviceScaleFactor) = (true, true, 2);
        });

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("telephone") });
    }

    private static async Task KeepAsync(IPage page, string name) => await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name), FullPage = true });

    private async Task<IPage> OpenFilledAsync(Action<BrowserNewContextOptions>? configure = null)
    {
        await RequestCodeAsync();
        await LogInAsync();
        var page = await OpenLiveAsync(configure);
        await page.Locator("#request-list > li").Nth(4).WaitForAsync();
        await page.Locator("#request-list summary").Nth(2).ClickAsync();
        return page;
    }
}

using Microsoft.Playwright;

namespace Verifik.Tests.Browser;

/// <summary>The API reference.</summary>
public sealed class ReferenceTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task TheReference_ShowsTheOperations_AndNeitherToolsNorAnAssistant()
    {
        var page = await OpenReferenceAsync();

        Assert.Equal(0, await page.GetByText("Ask AI").CountAsync());
        Assert.Equal(0, await page.GetByText("Developer Tools").CountAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("reference") });
    }

    [BrowserFact]
    public async Task TheReference_IsCapturedInDarkModeAndInSpanish()
    {
        var page = await OpenAsync("sandbox/reference/?lang=es", options => options.ColorScheme = ColorScheme.Dark);

        await page.GetByText("Send a one-time password to a telephone.").First.WaitForAsync();

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("reference-dark-spanish") });
    }

    [BrowserFact]
    public async Task AnOperation_CanBeTried()
    {
        var page = await OpenReferenceAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("Test Request") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^Send") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("200").First.WaitForAsync();

        Assert.Equal("POST /v2/projects/phone-login 200", Assert.Single(Server.Requests).ToString());
        Assert.Single(Server.Outbox.Messages);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture("reference-tried") });
    }

    private async Task<IPage> OpenReferenceAsync()
    {
        var page = await OpenAsync("sandbox/reference/");
        await page.GetByText("Send a one-time password to a telephone.").First.WaitForAsync();
        return page;
    }
}

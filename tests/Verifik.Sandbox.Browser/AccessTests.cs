using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Verifik.Tests.Browser;

/// <summary>Localization and accessibility: Spanish, keyboard and screen readers.</summary>
public sealed class AccessTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task TheLanguage_IsTheBrowsers_UntilAPersonChoosesAnother()
    {
        var page = await OpenLiveAsync(options => options.Locale = "es-CO");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Números mágicos" })).ToBeVisibleAsync();
        await Expect(page.Locator("#state")).ToHaveTextAsync("En vivo");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Magic numbers" })).ToBeVisibleAsync();
        await Expect(page.GetByText("429 with Retry-After: 30")).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [BrowserFact]
    public async Task AStoredLanguageOfAnotherApplication_DoesNotBreakThePage()
    {
        var page = await OpenLiveAsync();
        await page.EvaluateAsync("localStorage.setItem('language', 'de')");
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Magic numbers" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task TheKeyboard_ReachesTheContentAndOpensARequest()
    {
        await RequestCodeAsync();
        var page = await OpenLiveAsync();
        await Expect(page.Locator("#request-list > li")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#message-list button")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(Server.Outbox.Messages[0].Code, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");

        await Expect(page.Locator("#request-list details")).ToHaveAttributeAsync("open", "");
    }

    [BrowserFact]
    public async Task AScreenReader_FindsLandmarksAndNames()
    {
        await RequestCodeAsync();
        var page = await OpenLiveAsync();

        await Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Contents" })).ToBeVisibleAsync();
        foreach (var name in new[] { "Messages", "Requests", "Accounts", "Magic numbers", "Operations" })
        {
            await Expect(page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = name, Exact = true })).ToBeVisibleAsync();
        }

        await Expect(page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Language" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Copy {Server.Outbox.Messages[0].Code}" })).ToBeVisibleAsync();
        foreach (var button in await page.GetByRole(AriaRole.Button).AllAsync())
        {
            await Expect(button).Not.ToHaveAccessibleNameAsync("");
        }
    }

    [BrowserFact]
    public async Task Colours_HaveSufficientContrast_InLightAndDark()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenLiveAsync(options => options.ColorScheme = scheme);
            foreach (var (ink, ground) in new[] { ("ink", "card"), ("quiet", "card"), ("quiet", "ground"), ("accent", "card"), ("good", "card"), ("bad", "card"), ("ink", "code"), ("on-accent", "accent") })
            {
                var contrast = Contrast(await ColourAsync(page, ink), await ColourAsync(page, ground));

                // The minimum contrast of text in the Web Content Accessibility Guidelines (AA).
                Assert.True(contrast >= 4.5, $"{ink} on {ground} in {scheme}: {contrast:0.0}");
            }
        }
    }

    private static Task<string> ColourAsync(IPage page, string name) =>
        page.EvaluateAsync<string>("name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()", name);

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour.TrimStart('#')).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}

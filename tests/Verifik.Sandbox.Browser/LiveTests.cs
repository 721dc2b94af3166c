using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Verifik.Tests.Browser;

/// <summary>The page shows new entries without reloading.</summary>
public sealed class LiveTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task AMessage_AppearsFirst_IsAnnounced_AndItsCodeIsCopied()
    {
        await RequestCodeAsync();
        var page = await OpenLiveAsync();
        var messages = page.Locator("#message-list > li");
        await Expect(messages).ToHaveCountAsync(1);

        var code = await RequestCodeAsync("opaque@example.com");

        await Expect(messages).ToHaveCountAsync(2);
        await Expect(messages.First).ToContainTextAsync(code);
        await Expect(messages.First).ToContainTextAsync("opaque@example.com");
        await Expect(page.Locator("#news")).ToHaveTextAsync($"New message for opaque@example.com: the code is {code}");

        await messages.First.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Equal(code, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task Requests_AppearWithTheirAnswers_AndNoSecret()
    {
        var page = await OpenLiveAsync();

        var token = await LogInAsync();

        var requests = page.Locator("#request-list > li");
        await Expect(requests).ToHaveCountAsync(4);
        await Expect(requests.First).ToContainTextAsync("429");
        await Expect(requests.First).ToContainTextAsync("rate-limited");
        await Expect(requests.Nth(2)).ToContainTextAsync("/v2/projects/phone-login/confirm");
        await requests.Nth(1).Locator("summary").ClickAsync();
        await Expect(requests.Nth(1).Locator("pre").First).ToContainTextAsync("Authorization: Bearer ***");
        var html = await page.Locator("#request-list").InnerHTMLAsync();
        Assert.DoesNotContain(token, html, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("$2a$", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Outbox.Messages[0].Code, html, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task ADroppedResponse_IsNotShownAsSuccessful()
    {
        var page = await OpenLiveAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => RequestCodeAsync("dropped@example.com"));

        await Expect(page.Locator("#request-list .status")).ToHaveClassAsync("code status bad");
    }

    [BrowserFact]
    public async Task AHiddenPage_Pauses_AndShowsMissedEventsOnce()
    {
        var page = await OpenLiveAsync();
        await RequestCodeAsync();
        await Expect(page.Locator("#message-list > li")).ToHaveCountAsync(1);

        await HideAsync(page, hidden: true);
        await Expect(page.Locator("#state")).ToHaveTextAsync("Paused");
        await RequestCodeAsync();
        await RequestCodeAsync();
        await Expect(page.Locator("#message-list > li")).ToHaveCountAsync(1);

        await HideAsync(page, hidden: false);
        await Expect(page.Locator("#state")).ToHaveTextAsync("Live");
        await Expect(page.Locator("#message-list > li")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task AnOpenRequest_StaysOpenWhenOthersComeAndTheLanguageChanges()
    {
        await RequestCodeAsync();
        var page = await OpenLiveAsync();
        await page.Locator("#request-list summary").ClickAsync();

        await RequestCodeAsync();
        await Expect(page.Locator("#request-list > li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Español" }).ClickAsync();

        await Expect(page.Locator("#request-list > li").Last.Locator("details")).ToHaveAttributeAsync("open", "");
        await Expect(page.Locator("#request-list > li").First.Locator("details")).Not.ToHaveAttributeAsync("open", "");
    }

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
        hidden);
}

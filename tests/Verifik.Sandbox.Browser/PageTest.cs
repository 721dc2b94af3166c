using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Verifik.Sandbox;

namespace Verifik.Tests.Browser;

/// <summary>
/// A sandbox for each test, and pages that show it. After each test, the pages have sent no request to another machine
/// and written no error to the console.
/// </summary>
public abstract class PageTest(BrowserFixture fixture) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _elsewhere = [];
    private readonly List<string> _errors = [];

    protected VerifikSandbox Server { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await VerifikSandbox.StartAsync(options => options.HashWorkFactor = 4);
        Http = new HttpClient { BaseAddress = Server.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        Http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(_elsewhere);
        Assert.Empty(_errors);
    }

    /// <summary>Opens a page of the sandbox.</summary>
    protected async Task<IPage> OpenAsync(string path = "", Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = Server.BaseAddress.AbsoluteUri,
            Locale = "en-GB",
            TimezoneId = "America/Bogota",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        };
        configure?.Invoke(options);
        var context = await fixture.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.Request += (_, request) => Note(request.Url);
        page.Console += (_, message) => NoteError(message);
        page.PageError += (_, error) => _errors.Add(error);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Opens the page, and waits until it receives events.</summary>
    protected async Task<IPage> OpenLiveAsync(Action<BrowserNewContextOptions>? configure = null)
    {
        var page = await OpenAsync("", configure);
        await page.Locator("#state[data-state=live]").WaitForAsync();
        return page;
    }

    protected async Task<string> RequestCodeAsync(string email = "ana@example.com")
    {
        using var response = await Http.PostAsync($"v2/projects/email-login?email={email}", content: null);
        return Server.Outbox.Messages[^1].Code;
    }

    /// <summary>A login by telephone, a query and an error, as content for the page.</summary>
    protected async Task<string> LogInAsync()
    {
        using var sent = await Http.PostAsJsonAsync("v2/projects/phone-login", new { countryCode = "+57", phone = 3001234567, type = "login" });
        using var confirmed = await Http.PostAsJsonAsync("v2/projects/phone-login/confirm", new { countryCode = "+57", phone = 3001234567, otp = Server.Outbox.Messages[^1].Code });
        var token = (await confirmed.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["accessToken"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v2/co/cedula?documentType=CC&documentNumber=123456789");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request);
        using var limited = await Http.PostAsync("v2/projects/email-login?email=rate-limited@example.com", content: null);
        return token;
    }

    /// <summary>The file of a screenshot, next to the tests' assembly.</summary>
    protected static string Picture(string name) => Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png");

    /// <summary>Excludes the intended requests to another server, and their errors.</summary>
    protected void Expected(Uri another)
    {
        Assert.NotEmpty(_elsewhere);
        _elsewhere.RemoveAll(url => url.StartsWith(another.AbsoluteUri, StringComparison.Ordinal));
        _errors.Clear();
    }

    private void Note(string url)
    {
        if (!url.StartsWith(Server.BaseAddress.AbsoluteUri, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal))
        {
            _elsewhere.Add(url);
        }
    }

    private void NoteError(IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            _errors.Add(message.Text);
        }
    }
}

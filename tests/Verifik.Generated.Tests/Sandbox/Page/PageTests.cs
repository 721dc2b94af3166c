using System.Net;
using System.Text.Json.Nodes;
using Verifik.Sandbox;
using Verifik.Sandbox.Page;

namespace Verifik.Tests.Sandbox.Page;

/// <summary>The files and data of the page. Verifik.Sandbox.Browser tests its behaviour in a browser.</summary>
public sealed class PageTests : SandboxTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/page.js")]
    [InlineData("/sandbox/about.json")]
    [InlineData("/sandbox/contracts/0.json")]
    [InlineData("/sandbox/reference/")]
    public async Task EveryFile_IsOfThisOriginOnly_AndIsNotRecorded(string path)
    {
        using var response = await Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/about.json")]
    public async Task AHeadRequest_IsSupported(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("cross-site", "cors", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", HttpStatusCode.OK)]
    [InlineData("same-origin", "cors", HttpStatusCode.OK)]
    [InlineData("none", "navigate", HttpStatusCode.OK)]
    public async Task AScriptOfAnotherOrigin_IsRefused_AndALinkIsFollowed(string site, string mode, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode } } };

        using var response = await Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task TheFacts_HaveAccountsMagicNumbersAndACommandForEachOperation()
    {
        var facts = JsonNode.Parse(await Http.GetStringAsync("/sandbox/about.json"))!;

        Assert.Equal(["+1 1234566663", "+57 3001234567", "ana@example.com"], facts["accounts"]!.AsArray().Select(account => account!.GetValue<string>()));
        Assert.Equal(MagicAccount.All.Select(magic => magic.Name), facts["magic"]!.AsArray().Select(magic => magic!["name"]!.GetValue<string>()));
        await Verifier.Verify(string.Join("\n\n", facts["contracts"]!.AsArray()
            .SelectMany(contract => contract!["operations"]!.AsArray())
            .Select(operation => operation!["curl"]!.GetValue<string>().Replace($"{Server.BaseAddress}", "http://127.0.0.1/", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task EveryText_IsThereInBothLanguages()
    {
        var texts = JsonNode.Parse(await Http.GetStringAsync("/sandbox/texts.json"))!;
        var page = await Http.GetStringAsync("/") + await Http.GetStringAsync("/sandbox/page.js");

        Assert.Equal(["en", "es"], texts.AsObject().Select(language => language.Key));
        Assert.Equal(Keys("en"), Keys("es"));
        Assert.All(Keys("en"), key => Assert.Matches($"(\"{key}\"|\\({key}\\))", page));
        Assert.All(MagicAccount.All, magic => Assert.NotEqual(magic.Effect, magic.EffectInSpanish));

        IEnumerable<string> Keys(string language) => texts[language]!.AsObject().Select(text => text.Key);
    }

    [Fact]
    public async Task TheEvents_AreTheExistingEntries_ThenNewOnes_AfterTheLastReceivedEvent()
    {
        await PostAsync("/v2/projects/email-login?email=ana@example.com");
        using var reader = new StreamReader(await Http.GetStreamAsync("/sandbox/events"));
        var message = await EventAsync(reader);
        var request = await EventAsync(reader);
        Assert.Equal("event: ready", await reader.ReadLineAsync());

        Assert.Equal(("id: 1", "event: message"), (message[0], message[1]));
        Assert.Equal(("id: 2", "event: request"), (request[0], request[1]));
        var data = JsonNode.Parse(message[2]["data: ".Length..])!;
        Assert.Equal(("ana@example.com", Server.Outbox.Messages[0].Code), (data["to"]!.GetValue<string>(), data["code"]!.GetValue<string>()));

        using var later = new HttpRequestMessage(HttpMethod.Get, "/sandbox/events") { Headers = { { "Last-Event-ID", "1" } } };
        using var response = await Http.SendAsync(later, HttpCompletionOption.ResponseHeadersRead);
        using var rest = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(request, await EventAsync(rest));
    }

    [Fact]
    public async Task AReaderOfAnEarlierSandboxAtTheSameAddress_StartsFromTheBeginning()
    {
        await PostAsync("/v2/projects/email-login?email=ana@example.com");

        using var reader = new StreamReader(await Http.GetStreamAsync("/sandbox/events?after=45"));

        Assert.Equal("id: 1", (await EventAsync(reader))[0]);
    }

    [Fact]
    public async Task AnOpenPage_DoesNotDelayTheShutdown()
    {
        using var reader = new StreamReader(await Http.GetStreamAsync("/sandbox/events"));
        Assert.Equal("event: ready", await reader.ReadLineAsync());

        await Server.DisposeAsync();

        // The stream ends, rather than being aborted after the shutdown timeout.
        Assert.Equal("data:", await reader.ReadLineAsync());
        Assert.Equal("", await reader.ReadLineAsync());
        Assert.Null(await reader.ReadLineAsync());
    }

    [Fact]
    public async Task TheReference_IsServedByTheSandbox_WithoutOtherRequests()
    {
        var html = await Http.GetStringAsync("/sandbox/reference/");
        var contract = JsonNode.Parse(await Http.GetStringAsync("/sandbox/contracts/0.json"))!;

        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        Assert.Equal(Server.BaseAddress, new Uri(contract["servers"]!.AsArray().Single()!["url"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync("/sandbox/contracts/9.json")).StatusCode);
    }

    [Fact]
    public void ThePage_LoadsNothingFromElsewhere()
    {
        foreach (var name in PageAssets.Names)
        {
            using var reader = new StreamReader(PageAssets.Open(name));

            // The XML namespace of SVG is not a loaded address.
            Assert.DoesNotContain("//", reader.ReadToEnd().Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("// ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> EventAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}

namespace Verifik.Tests.Browser;

/// <summary>The contract to read and to try.</summary>
public sealed class ReferenceTests(BrowserFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task TheReference_ShowsTheOperations_AndNeitherToolsNorAnAssistant()
    {
        var page = await OpenAsync("sandbox/reference/");

        await page.GetByText("Send a one-time password to a telephone.").First.WaitForAsync();

        await KeepAsync(page, "reference");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Verifik.Sandbox;

namespace Verifik.Tests.Sandbox;

/// <summary>The sandbox as a process, as somebody starts it in a terminal.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    [Trait("Run", "Long")]
    public async Task TheProgram_PrintsItsAddressItsAccountsAndALineARequest()
    {
        using var program = Start("--account", "+57 3007654321");
        try
        {
            await TryAsync(program);
        }
        finally
        {
            program.Kill();
        }
    }

    private static async Task TryAsync(Process program)
    {
        var address = Regex.Match(await LineAsync(program), "^The sandbox is listening on (http://127.0.0.1:[0-9]+/) until Ctrl\\+C\\. Open it in a browser to see messages and requests\\. It sends nothing to anyone\\.$");
        Assert.True(address.Success);
        Assert.Equal("Accounts: +1 1234566663, +57 3001234567, ana@example.com, +57 3007654321.", await LineAsync(program));

        using var http = new HttpClient { BaseAddress = new Uri(address.Groups[1].Value), Timeout = Patience };
        using var known = await http.PostAsJsonAsync("/v2/projects/phone-login", new { countryCode = "+57", phone = 3007654321, type = "login" });
        using var unknown = await http.GetAsync("/v2/unknown?token=fake-token");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (known.StatusCode, unknown.StatusCode));
        Assert.Matches("^[0-9:]{8} to \\+57 3007654321: your code is [0-9]{6}$", await LineAsync(program));
        Assert.Matches("^[0-9:]{8} POST /v2/projects/phone-login 200 in [0-9]+ ms$", await LineAsync(program));
        Assert.Matches("^[0-9:]{8} GET /v2/unknown\\?token=\\*\\*\\* 404 in [0-9]+ ms$", await LineAsync(program));
    }

    [Theory]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("'5000' is not a valid option.", "5000")]
    [InlineData("'--https=no' is not a valid option.", "--https=no")]
    public void AnInvalidArgument_IsReported(string expected, params string[] arguments)
    {
        var failure = Assert.Throws<FormatException>(() => Arguments.Parse(arguments));

        Assert.Equal(expected, failure.Message);
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "http")]
    [InlineData("--account", "300")]
    public void AnInvalidValue_IsRejected(string name, string value) =>
        Assert.Throws<FormatException>(() => Arguments.Parse([name, value]));

    [Fact]
    public void TheOptions_AreTakenInBothSpellings()
    {
        var options = Arguments.Parse(["--port", "5000", "--account=eva@example.com", "--https"]);

        Assert.Equal((5000, true), (options.Port, options.UseHttps));
        Assert.Equal(new EmailAccount("eva@example.com"), options.Accounts.Last());
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(VerifikSandbox).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;

    private static async Task<string> LineAsync(Process program) =>
        await program.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The program ended.");
}

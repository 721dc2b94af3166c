using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Verifik.Tests.Account;
using Verifik.Tests.Faults;

namespace Verifik.Tests.Readme;

/// <summary>Each recipe of the README, made with its template and its packages, and run against the sandbox.</summary>
[Trait("Run", "Long")]
public sealed partial class RecipeTests(PackedSdk packages) : IClassFixture<PackedSdk>
{
    private const string Answer = "ANA PRUEBA";
    private const string Prompt = "The code that +57 ********67 received: ";

    [UnixFact]
    public async Task TheFirstProgram_AsksForACodeOnce_AndCallsATypedClientOnceItHasAContract()
    {
        var first = Recipe.Of("Use it");
        await using var application = await RecipeApplication.MakeAsync(packages, first);
        using (var firstRun = application.Start())
        {
            await firstRun.ReadUntilAsync(Prompt);
            await firstRun.TypeAsync(await application.ReadCodeAsync());
            await firstRun.ReadUntilAsync(Answer);
            await firstRun.EndAsync();
        }

        using (var secondRun = application.Start())
        {
            await secondRun.ReadUntilAsync(Answer);
            await secondRun.EndAsync();
        }

        var contract = Recipe.Of("Your own contract");
        var (registration, call) = contract.Program.Split('\n', 2) is [var line, var rest] ? (line, rest) : default;
        await application.AddContractAsync(packages, contract);
        await application.BuildAsync(Registration().Replace(first.Program, $"$0{registration}\n") + call);
        using var typed = application.Start();
        Assert.EndsWith($"\n{Answer}\n", await typed.ReadUntilAsync($"\n{Answer}\n"), StringComparison.Ordinal);
        Assert.Equal(1, application.Logins);
    }

    [UnixFact]
    public async Task TheWorker_UsesTheTokenThatTheToolHasStored()
    {
        await using var application = await RecipeApplication.MakeAsync(packages, Recipe.Of("A worker"));
        using (var tool = application.StartTool("login", "+57 300 123 4567", "--tokens", application.TokenFolder))
        {
            await tool.TypeAsync(await application.ReadCodeAsync());
            await tool.EndAsync();
        }

        using var worker = application.Start();
        await worker.ReadUntilAsync(Answer);
    }

    [UnixFact]
    public async Task TheWebApplication_LetsItsOperatorsLogIn_AndReturns400ForAWrongCode()
    {
        var recipe = Recipe.Of("A web application");
        await using var application = await RecipeApplication.MakeAsync(packages, recipe);
        var token = await application.RunAsync("user-jwts", "create", "--project", "orders", "--role", "operator", "--output", "token");
        await application.BuildAsync(recipe.Program); // it has a UserSecretsId now, by which it finds the key of that token
        application.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var program = application.Start();
        var address = Address().Match(await program.ReadUntilAsync("Application started")).Groups[1].Value;
        using var browser = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("verifik/login", content: null)).StatusCode);

        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("verifik/login", content: null)).StatusCode);
        var code = await application.ReadCodeAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(browser, "no code")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ConfirmAsync(browser, code == "000000" ? "000001" : "000000")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(browser, code)).StatusCode);
        Assert.Equal(1, application.Logins);
        await application.RunAsync("user-secrets", "clear", "--project", "orders"); // the key that signed the operator's token
    }

    [UnixFact]
    public async Task TheFleet_SharesTheLoginOfOneProcess()
    {
        using var redis = new RespServer();
        await using var application = await RecipeApplication.MakeAsync(packages, Recipe.Of("A fleet on Redis"));
        application.Environment["Redis"] = redis.Address;
        using var first = application.Start("login");
        await first.ReadUntilAsync(Prompt);
        await first.TypeAsync(await application.ReadCodeAsync());
        await first.ReadUntilAsync(Answer);

        using var second = application.Start();
        await second.ReadUntilAsync(Answer);
        Assert.Equal(1, application.Logins);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient browser, string code) => browser.PostAsJsonAsync("verifik/login/confirm", new { otp = code });

    [GeneratedRegex("^builder.Services.AddVerifik\\(.*\n", RegexOptions.Multiline)]
    private static partial Regex Registration();

    [GeneratedRegex("Now listening on: (\\S+)")]
    private static partial Regex Address();
}

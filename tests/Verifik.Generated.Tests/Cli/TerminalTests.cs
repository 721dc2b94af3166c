using System.Text.RegularExpressions;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Cli;

/// <summary>The tool as a person has it, in a terminal.</summary>
[Trait("Run", "Long")]
public sealed partial class TerminalTests : ProcessTest
{
    private const string Cedula = "'v2/co/cedula?documentType=CC&documentNumber=123456789'";
    private const string ControlC = "\u0003";

    [TerminalFact]
    public async Task ALogin_ShowsACountdown_AsksAgain_AndWritesOnlyItsResultToAFile()
    {
        var file = Path.Combine(Folder.Root, "out.txt");
        await using var terminal = Start($"login +1 123 456 6663 > '{file}'");
        var code = await CodeAsync();

        await terminal.ExpectAsync("\r\nCode: ");
        await terminal.ExpectAsync("\e7\e[1A\r\e[2KThe code expires in 9:5");
        await terminal.ExpectAsync("\e7\e[1A\r\e[2KThe code expires in 9:5");
        terminal.Type(code == "000000" ? "000001\n" : "000000\n");
        await terminal.ExpectAsync("Remaining attempts without another message: 3.\r\n");
        await terminal.ExpectAsync("Code: ");
        terminal.Type($"{code}\n");

        Assert.Equal(0, await terminal.ExitAsync());
        Assert.True(TimeLeft().Matches(terminal.Screen).Select(match => match.Value).Distinct().Count() > 1, "The time that is left did not change.");
        var output = await File.ReadAllTextAsync(file);
        Assert.StartsWith($"Logged in as +1 ********63 at {Server.BaseAddress}.\nThe token is valid until ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain("Logged in", terminal.Screen, StringComparison.Ordinal);
        Assert.Single(Server.Outbox.Messages);
    }

    [TerminalFact]
    public async Task CtrlC_LeavesACleanLine()
    {
        await using var terminal = Start("login ana@example.com");
        await terminal.ExpectAsync("Code: ");
        terminal.Type($"12{ControlC}");

        Assert.Equal(130, await terminal.ExitAsync());
        Assert.Contains("^C\r\nverifik: interrupted. The code that was sent to a***@example.com is valid until ", terminal.Screen, StringComparison.Ordinal);
        Assert.EndsWith("without another message.\r\n", terminal.Screen, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task ThePrompt_IsOnTheTerminal_EvenIfErrorsAreRedirected()
    {
        var file = Path.Combine(Folder.Root, "err.txt");
        await using var terminal = Start($"login ana@example.com --lang es 2> '{file}'");
        await terminal.ExpectAsync("Código: ");
        terminal.Type($"{await CodeAsync()}\n");

        await terminal.ExpectAsync("Sesión iniciada como a***@example.com");
        Assert.Equal(0, await terminal.ExitAsync());
        Assert.Empty(await File.ReadAllTextAsync(file));
    }

    [TerminalFact]
    public async Task WithoutInput_NothingIsSent_InATerminalEither()
    {
        await using var terminal = Start("login ana@example.com < /dev/null");

        await terminal.ExpectAsync("cannot be entered: the standard input is closed");
        Assert.Equal(2, await terminal.ExitAsync());
        Assert.Empty(Server.Outbox.Messages);
    }

    [TerminalFact]
    public async Task ResultsInATerminal_AreIndentedAndColored_AndATokenIsShownOnlyIfRequested()
    {
        await using (var login = Start("login ana@example.com"))
        {
            await login.ExpectAsync("Code: ");
            login.Type($"{await CodeAsync()}\n");
            Assert.Equal(0, await login.ExitAsync());
        }

        await using var get = Start($"get {Cedula}");
        await using var status = Start("status");
        await using var plain = Start("status", ("NO_COLOR", "1"));
        await using var token = Start("token");
        await using var shown = Start("token --show", ("LANG", "es_CO.UTF-8"));
        await using var help = Start("", ("LANG", "es_CO.UTF-8"));

        var exitCodes = await Task.WhenAll(get.ExitAsync(), status.ExitAsync(), plain.ExitAsync(), token.ExitAsync(), shown.ExitAsync(), help.ExitAsync());
        Assert.Equal("0 0 0 2 0 0", string.Join(' ', exitCodes));
        Assert.Contains("{\r\n  \"data\": {\r\n    \"documentType\": \"CC\",\r\n", get.Screen, StringComparison.Ordinal);
        Assert.Matches("\e\\[[0-9;]+mvalid until ", status.Screen);
        Assert.DoesNotMatch("\e\\[[0-9;]*m", plain.Screen);
        Assert.Contains("valid until ", plain.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", token.Screen, StringComparison.Ordinal);
        Assert.Matches("eyJ[-_.A-Za-z0-9]+\r\n$", shown.Screen);
        Assert.Contains("Códigos de salida:", help.Screen, StringComparison.Ordinal);
    }

    [GeneratedRegex("9:5[0-9]")]
    private static partial Regex TimeLeft();

    // Exec: the tool in place of the shell, so that it is the tool that Ctrl+C reaches.
    private PseudoTerminal Start(string arguments, params (string Name, string Value)[] variables) => PseudoTerminal.Start(
        $"exec dotnet exec '{Repository.Tool}' {arguments}",
        [("VERIFIK_BASE_ADDRESS", $"{Server.BaseAddress}"), ("VERIFIK_TOKENS", Folder.Root), .. variables]);
}

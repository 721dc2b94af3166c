using Verifik.Cli.Commands;

namespace Verifik.Tests.Cli;

/// <summary>Command lines as people type them.</summary>
public sealed class CommandLineTests : ToolTest
{
    [Theory]
    [InlineData("the command 'loginn' does not exist. Did you mean 'login'? See 'verifik --help'.", "loginn")]
    [InlineData("the command 'lgoin' does not exist. Did you mean 'login'?", "lgoin", Phone)]
    [InlineData("the command 'stat' does not exist. Did you mean 'status'?", "stat")]
    [InlineData("the command 'nonsense' does not exist. See 'verifik --help'.", "nonsense")]
    [InlineData("the command 'defualt' does not exist. Did you mean 'default'? See 'verifik accounts --help'.", "accounts", "defualt")]
    [InlineData("the option '--forse' does not exist here. Did you mean '--force'? See 'verifik login --help'.", "login", Phone, "--forse")]
    [InlineData("the option '--tokns' does not exist here. Did you mean '--tokens'?", "status", "--tokns=x")]
    [InlineData("the option '--nonsense' does not exist here. See", "login", "--nonsense")]
    [InlineData("the option '--lnag' does not exist here. Did you mean '--lang'?", "--lnag", "es", "status")]
    [InlineData("'more' is one argument too many for 'get'.", "get", "v2/face", "more")]
    [InlineData("'get' needs the argument <path>.", "get")]
    [InlineData("'name' needs the argument <name>. See 'verifik accounts name --help'.", "accounts", "name")]
    [InlineData("--base-address needs a value.", "login", Phone, "--base-address")]
    [InlineData("--output must be one of text, json, not 'xml'.", "status", "--output", "xml")]
    [InlineData("--lang must be one of en, es, not 'fr'.", "status", "--lang", "fr")]
    [InlineData("--ask is for --sandbox only", "login", Phone, "--ask")]
    [InlineData("--sandbox uses its own server", "login", "--sandbox", "--base-address", "https://verifik.example")]
    [InlineData("the shell must be one of bash, zsh, pwsh.", "completion", "fish")]
    [InlineData("--base-address must be an address", "login", Phone, "--base-address", "")]
    [InlineData("--base-address http://verifik.example/ would send the token unencrypted", "login", Phone, "--base-address", "http://verifik.example")]
    [InlineData("that is neither a telephone number", "login", "--sandbox", "300 123 4567")]
    [InlineData("that is neither a telephone number", "login", "ana@")]
    public async Task AnInvalidCommandLine_IsRejectedInOneLine_WithASuggestion(string reason, params string[] arguments) =>
        (await PlainRunAsync(new Person(LastCode), CancellationToken.None, arguments)).AssertFailed(2, reason);

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task TheToolAlone_ShowsItsHelp(params string[] arguments)
    {
        var run = (await PlainRunAsync(TextReader.Null, CancellationToken.None, arguments)).AssertDone("verifik login +57 300 123 4567");

        Assert.Contains("Exit codes:\n  0    success\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "login", true)]
    [InlineData("lo", 2, "login", true)]
    [InlineData("login --f", 9, "--force", true)]
    [InlineData("status --output ", 16, "json", true)]
    [InlineData("completion ", 11, "zsh", true)]
    [InlineData("get --f", 7, "--force", false)]
    public async Task AShell_GetsTheCompletions(string line, int place, string word, bool fits)
    {
        var run = (await PlainRunAsync(TextReader.Null, CancellationToken.None, $"[suggest:{place}]", line)).AssertDone();

        Assert.Equal(fits, run.Output.Split('\n').Contains(word));
    }

    [Theory]
    [InlineData("login", "login")]
    [InlineData("logout", "logout")]
    [InlineData("logot", "logout")]
    [InlineData("tokne", "token")]
    [InlineData("comp", "completion")]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("cl", "call")]
    public void TheSuggestedWord_IsAtMostTwoEditsAway(string text, string? expected) =>
        Assert.Equal(expected, Nearest.Of(text, ["login", "logout", "token", "call", "completion"]));
}

namespace Verifik.Tests.Cli;

/// <summary>The environment variables of the tool.</summary>
public sealed class EnvironmentTests : ToolTest
{
    [Fact]
    public async Task TheServerTheAccountAndTheFolder_MayBeInTheEnvironment_AndTheCommandLineTakesPrecedence()
    {
        Variables["VERIFIK_BASE_ADDRESS"] = Address.Replace("http://", "", StringComparison.Ordinal);
        Variables["VERIFIK_ACCOUNT"] = Phone;
        Variables["VERIFIK_TOKENS"] = Folder.Root;

        (await HereAsync(new Person(LastCode), "login")).AssertDone($"Logged in as +57 ********67 at {Address}");
        (await HereAsync(TextReader.Null, "get", Cedula)).AssertDone("123456789");
        (await HereAsync(TextReader.Null, "token", Email)).AssertFailed(1, $"no token for a***@example.com at {Address}");
        (await HereAsync(TextReader.Null, "status", "--base-address", "https://verifik.example")).AssertPlainlyFailed(1, "https://verifik.example/");
        (await HereAsync(TextReader.Null, "status", "--tokens", Path.Combine(Folder.Root, "other"))).AssertPlainlyFailed(1, "no token");
    }

    [Fact]
    public async Task AMistakeInTheEnvironment_IsReported()
    {
        Variables["VERIFIK_BASE_ADDRESS"] = "http://verifik.example";

        (await HereAsync(TextReader.Null, "status")).AssertFailed(2, "VERIFIK_BASE_ADDRESS http://verifik.example/ would send the token unencrypted: use https://verifik.example/");
    }

    [Fact]
    public async Task ATokenOfTheEnvironment_IsUsedAsItIs_AndChangedByNoCommand()
    {
        await LogInAsync();
        var token = (await RunAsync("token")).Output.Trim();
        await RunAsync("logout");
        Variables["VERIFIK_TOKEN"] = token;

        (await RunAsync("get", Cedula)).AssertDone("123456789");
        (await RunAsync("status")).AssertDone($"VERIFIK_TOKEN is used at {Address}. It is valid until {Clock.GetUtcNow().AddDays(30):yyyy-MM-dd}").AssertShowsNoSecret();
        Assert.Equal($"{token}\n", (await RunAsync("token")).AssertDone().Output);
        foreach (var command in new[] { "login", "renew", "revoke", "logout" })
        {
            (await RunAsync(new Person(LastCode), command, Phone)).AssertFailed(2, "VERIFIK_TOKEN is set");
        }

        Clock.Advance(TimeSpan.FromDays(31));
        (await RunAsync("status")).AssertPlainlyFailed(1, "It expired on");
        Variables["VERIFIK_TOKEN"] = "opaque";
        (await RunAsync("status")).AssertDone("Its expiry is unknown.");
        (await RunAsync("token", "-o", "json")).AssertDone("\"expiresAt\":null");
        Variables["VERIFIK_TOKEN"] = "two words";
        (await RunAsync("status")).AssertFailed(2, "VERIFIK_TOKEN is not a valid token").AssertShowsNoSecret("two words");
    }

    [Fact]
    public async Task AFailureWithATokenOfTheEnvironment_NamesItsServer()
    {
        Variables["VERIFIK_TOKEN"] = "not-a-secret";
        await Server.DisposeAsync();

        (await RunAsync("get", Cedula)).AssertFailed(4, $"no response from {Address} for VERIFIK_TOKEN: the connection was refused.");
    }

    [Fact]
    public async Task ASystemError_IsReportedInTheLanguageOfTheRun()
    {
        Variables["VERIFIK_TOKEN"] = "not-a-secret";

        (await RunAsync("call", "POST", "v2/face", "--data", "@nowhere.json", "--lang", "es")).AssertFailed(2, "no se puede leer 'nowhere.json': no existe. No se envió nada.");
    }

    // LC_ALL takes precedence over LC_MESSAGES, and LC_MESSAGES over LANG, as in gettext. Empty variables count as not
    // set.
    [Theory]
    [InlineData("LANG=es_CO.UTF-8", "no hay ninguna cuenta conocida")]
    [InlineData("LANG=es LC_MESSAGES=en_GB", "no account")]
    [InlineData("LANG=en_US LC_MESSAGES= LC_ALL=es_MX", "no hay ninguna cuenta conocida")]
    [InlineData("LC_MESSAGES=es_MX LC_ALL=en_US", "no account")]
    [InlineData("LANG=de_DE.UTF-8", "no account")]
    [InlineData("LANG=C", "no account")]
    public async Task TheLanguage_IsThatOfTheLocale(string locale, string said)
    {
        foreach (var variable in locale.Split(' ').Select(text => text.Split('=')))
        {
            Variables[variable[0]] = variable[1];
        }

        (await RunAsync("accounts")).AssertDone(said);
    }

    [Theory]
    [InlineData("es", "no hay ninguna cuenta conocida")]
    [InlineData("en", "no account")]
    public async Task TheLanguage_CanBeSetByAnOption(string language, string said)
    {
        Variables["LANG"] = language == "es" ? "en_US" : "es_CO";

        (await RunAsync("accounts", "--lang", language)).AssertDone(said);
        (await RunAsync($"--lang={language}", "accounts")).AssertDone(said);
    }

    private Task<ToolRun> HereAsync(TextReader person, params string[] arguments) => PlainRunAsync(person, CancellationToken.None, arguments);
}

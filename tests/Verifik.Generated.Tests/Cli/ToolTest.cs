using Microsoft.Extensions.Time.Testing;
using Verifik.Cli.Terminals;
using Verifik.Sandbox;
using Verifik.Tests.Contract;
using Verifik.Tests.Sandbox.Contracts;

namespace Verifik.Tests.Cli;

/// <summary>The tool beside a server and a folder for its tokens, on one fake clock.</summary>
[Trait("Needs", "NET")]
public abstract class ToolTest : IAsyncLifetime
{
    protected const string Phone = "+57 300 123 4567";
    protected const string Email = "ana@example.com";
    protected const string Cedula = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    protected VerifikSandbox Server { get; private set; } = null!;

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>Environment variables of the runs.</summary>
    protected Dictionary<string, string> Variables { get; } = [];

    /// <summary>Whether the tool writes to a terminal.</summary>
    protected bool IsOutTerminal { get; set; }

    protected string Address => $"{Server.BaseAddress}";

    public async Task InitializeAsync()
    {
        var options = new VerifikSandboxOptions { HashWorkFactor = 4, TimeProvider = Clock };
        options.Accounts.Add(new PhoneAccount("+57", 3001234567));
        Server = await VerifikSandbox.StartAsync(options);
    }

    public async Task DisposeAsync()
    {
        Folder.Dispose();
        await Server.DisposeAsync();
        AnswerCheck.AssertFaithful(Server);
    }

    /// <summary>Logs in as a user who types the code that was sent.</summary>
    private protected async Task LogInAsync(string account = Phone)
    {
        using var person = new Person(LastCode);
        (await RunAsync(person, "login", account)).AssertDone("Logged in as");
    }

    private protected Task<ToolRun> RunAsync(params string[] arguments) => RunAsync(TextReader.Null, arguments);

    private protected Task<ToolRun> RunAsync(TextReader person, params string[] arguments) =>
        RunAsync(Server.BaseAddress, person, CancellationToken.None, arguments);

    private protected Task<ToolRun> RunAsync(Uri server, TextReader person, CancellationToken cancellationToken, params string[] arguments) =>
        PlainRunAsync(person, cancellationToken, [.. arguments, "--base-address", $"{server}", "--tokens", Folder.Root]);

    /// <summary>A run without additional arguments.</summary>
    private protected Task<ToolRun> PlainRunAsync(TextReader person, CancellationToken cancellationToken, params string[] arguments) =>
        ToolRun.OfAsync(person, Clock, arguments, Here, cancellationToken);

    protected string LastCode() => Server.Outbox.Messages[^1].Code;

    protected string WrongCode() => LastCode() == "000000" ? "000001" : "000000";

    private Terminal Here(Terminal terminal) => terminal with { Environment = Variables.GetValueOrDefault, IsOutTerminal = IsOutTerminal };
}

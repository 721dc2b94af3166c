using Microsoft.Extensions.Time.Testing;
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

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    protected VerifikSandbox Server { get; private set; } = null!;

    private protected TemporaryFolder Folder { get; } = new();

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

    private protected Task<ToolRun> LogInAsync(TextReader person, params string[] more) => RunAsync(person, ["login", Phone, .. more]);

    private protected Task<ToolRun> RunAsync(params string[] arguments) => RunAsync(TextReader.Null, arguments);

    private protected Task<ToolRun> RunAsync(TextReader person, params string[] arguments) =>
        RunAsync(Server.BaseAddress, person, CancellationToken.None, arguments);

    private protected Task<ToolRun> RunAsync(Uri server, TextReader person, CancellationToken cancellationToken, params string[] arguments) =>
        ToolRun.OfAsync(person, Clock, cancellationToken, [.. arguments, "--base-address", $"{server}", "--tokens", Folder.Root]);

    protected string LastCode() => Server.Outbox.Messages[^1].Code;
}

using Verifik.Sandbox;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Cli;

/// <summary>The tool as a process beside a server and a folder for its tokens, on the clock of the system.</summary>
public abstract class ProcessTest : IAsyncLifetime
{
    protected VerifikSandbox Server { get; private set; } = null!;

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>The next code that was sent.</summary>
    protected async Task<string> CodeAsync() => (await Server.Outbox.ReadAsync().AsTask().WaitAsync(ToolProcess.Patience)).Code;

    public async Task InitializeAsync() => Server = await VerifikSandbox.StartAsync(new VerifikSandboxOptions { HashWorkFactor = 4 });

    public async Task DisposeAsync()
    {
        Folder.Dispose();
        await Server.DisposeAsync();
    }
}

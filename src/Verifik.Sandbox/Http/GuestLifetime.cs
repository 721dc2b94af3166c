namespace Verifik.Sandbox.Http;

/// <summary>Leaves Ctrl+C and SIGTERM to the process that hosts the sandbox; the default lifetime would take them over.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace Verifik.Sandbox.Http;

/// <summary>Does not handle Ctrl+C and SIGTERM, which belong to the process that hosts the sandbox, unlike the default lifetime.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

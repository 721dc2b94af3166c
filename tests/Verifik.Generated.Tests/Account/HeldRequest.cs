namespace Verifik.Tests.Account;

/// <summary>Requests to a path that the server answers at once, and whose answers arrive when the test says so.</summary>
internal sealed class HeldRequest(string path)
{
    private readonly TaskCompletionSource _begins = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ends = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until the server has answered.</summary>
    public Task BeginsAsync() => _begins.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Lets the answer arrive.</summary>
    public void End() => _ends.TrySetResult();

    /// <summary>The hook of the wire: holds the answers of the path back, and leaves the others alone.</summary>
    public async Task HoldAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == path)
        {
            _begins.TrySetResult();
            await _ends.Task.WaitAsync(cancellationToken);
        }
    }
}

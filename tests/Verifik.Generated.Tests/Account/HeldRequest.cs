namespace Verifik.Tests.Account;

/// <summary>Delays the responses to a path until the test releases them; the server processes the requests immediately.</summary>
internal sealed class HeldRequest(string path)
{
    private readonly TaskCompletionSource _begins = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ends = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until the server has responded.</summary>
    public Task BeginsAsync() => _begins.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Releases the response.</summary>
    public void End() => _ends.TrySetResult();

    /// <summary>The hook of <see cref="Wire"/>: delays the responses of the path only.</summary>
    public async Task HoldAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == path)
        {
            _begins.TrySetResult();
            await _ends.Task.WaitAsync(cancellationToken);
        }
    }
}

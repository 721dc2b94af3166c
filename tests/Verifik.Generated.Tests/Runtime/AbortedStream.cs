namespace Verifik.Tests.Runtime;

/// <summary>A body that never arrives. Closing the stream fails the pending read at once, as TLS does.</summary>
internal sealed class AbortedStream : ReadOnlyStream
{
    public const string Message = "The stream was closed during the read.";

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _read = new();

    /// <summary>Completes when a read of the body begins.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        return new ValueTask<int>(_read.Task);
    }

    protected override void Dispose(bool disposing)
    {
        _read.TrySetException(new IOException(Message));
        base.Dispose(disposing);
    }
}

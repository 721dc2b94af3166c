namespace Verifik.Tests.Runtime;

/// <summary>A body that never arrives, from a stream that ignores cancellation.</summary>
internal class SilentStream : ReadOnlyStream
{
    public const string AbortMessage = "The stream was closed during the read.";

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _never = new();

    /// <summary>Completes when a read of the body begins.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Where it was to be read to.</summary>
    public Memory<byte> Buffer { get; private set; }

    public bool IsDisposed { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Buffer = buffer;
        _asked.TrySetResult();
        return new ValueTask<int>(_never.Task);
    }

    /// <summary>Fails the pending read.</summary>
    public void Abort() => _never.TrySetException(new IOException(AbortMessage));

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

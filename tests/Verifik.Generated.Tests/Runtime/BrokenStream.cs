namespace Verifik.Tests.Runtime;

/// <summary>A body whose connection is lost.</summary>
internal sealed class BrokenStream : ReadOnlyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<int>(new IOException("The connection was reset."));
}

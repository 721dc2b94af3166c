namespace Verifik.Tests.Runtime;

/// <summary>A body without an end.</summary>
internal sealed class EndlessStream : ReadOnlyStream
{
    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)' ');
        Given += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }
}

using System.Runtime.InteropServices;

namespace Verifik.Tests.Runtime;

/// <summary>A body that is available immediately, and records the buffers it is read into.</summary>
internal sealed class TrackedStream(byte[] body) : ReadOnlyStream
{
    private readonly HashSet<byte[]> _buffers = [];
    private int _position;

    public IReadOnlyCollection<byte[]> Buffers => _buffers;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Assert.True(MemoryMarshal.TryGetArray<byte>(buffer, out var segment));
        _buffers.Add(segment.Array!);
        var count = Math.Min(buffer.Length, body.Length - _position);
        body.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return new ValueTask<int>(count);
    }
}

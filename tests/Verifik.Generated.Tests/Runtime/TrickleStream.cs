using System.Threading.Channels;

namespace Verifik.Tests.Runtime;

/// <summary>A body that the test sends one byte at a time.</summary>
internal sealed class TrickleStream : ReadOnlyStream
{
    private readonly Channel<byte> _bytes = Channel.CreateUnbounded<byte>();

    public void Send(byte value) => _bytes.Writer.TryWrite(value);

    public void End() => _bytes.Writer.Complete();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!await _bytes.Reader.WaitToReadAsync(cancellationToken))
        {
            return 0;
        }

        var value = await _bytes.Reader.ReadAsync(cancellationToken);
        buffer.Span[0] = value;
        return 1;
    }
}

using Verifik.Tests.Runtime;

namespace Verifik.Tests.Account;

/// <summary>A body that stalls after its beginning, until its reader is cancelled.</summary>
internal sealed class StallingStream(byte[] beginning) : ReadOnlyStream
{
    private int _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == beginning.Length)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var count = Math.Min(buffer.Length, beginning.Length - _position);
        beginning.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}

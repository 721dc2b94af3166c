using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Verifik.Sandbox;

/// <summary>The messages that the sandbox would have sent to people.</summary>
/// <remarks>Safe for use by many threads at once.</remarks>
public sealed class Outbox
{
    private readonly ConcurrentQueue<OutboxMessage> _sent = new();
    private readonly Channel<OutboxMessage> _unread = Channel.CreateUnbounded<OutboxMessage>();

    internal Outbox()
    {
    }

    /// <summary>Every message so far, oldest first. On the real server each of them costs money.</summary>
    public IReadOnlyList<OutboxMessage> Messages => [.. _sent];

    /// <summary>The oldest message that nobody has read yet, waiting for one if need be.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="ChannelClosedException">The sandbox was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public ValueTask<OutboxMessage> ReadAsync(CancellationToken cancellationToken = default) => _unread.Reader.ReadAsync(cancellationToken);

    internal void Send(OutboxMessage message)
    {
        _sent.Enqueue(message);
        _unread.Writer.TryWrite(message);
    }

    internal void Close() => _unread.Writer.TryComplete();
}

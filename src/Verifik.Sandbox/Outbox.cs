using System.Threading.Channels;

namespace Verifik.Sandbox;

/// <summary>The messages that the sandbox would have sent to people. It keeps the newest 500.</summary>
/// <remarks>Safe for use by many threads at once.</remarks>
public sealed class Outbox
{
    private readonly Journal _journal;
    private readonly Channel<OutboxMessage> _unread =
        Channel.CreateBounded<OutboxMessage>(new BoundedChannelOptions(Journal.Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    internal Outbox(Journal journal) => _journal = journal;

    /// <summary>The messages so far, oldest first. On the real server each of them costs money.</summary>
    public IReadOnlyList<OutboxMessage> Messages => _journal.Messages;

    /// <summary>The oldest message that nobody has read yet, waiting for one if need be.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="ChannelClosedException">The sandbox was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public ValueTask<OutboxMessage> ReadAsync(CancellationToken cancellationToken = default) => _unread.Reader.ReadAsync(cancellationToken);

    internal void Send(OutboxMessage message)
    {
        _journal.Add(message);
        _unread.Writer.TryWrite(message);
    }

    internal void Close() => _unread.Writer.TryComplete();
}

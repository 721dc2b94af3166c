using System.Threading.Channels;

namespace Verifik.Sandbox;

/// <summary>The messages that the real server would have sent. Contains the newest 500.</summary>
/// <remarks>This type is thread-safe.</remarks>
public sealed class Outbox
{
    private readonly Journal _journal;
    private readonly Channel<OutboxMessage> _unread =
        Channel.CreateBounded<OutboxMessage>(new BoundedChannelOptions(Journal.Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    internal Outbox(Journal journal) => _journal = journal;

    /// <summary>The messages, oldest first. On the real server each of them costs money.</summary>
    public IReadOnlyList<OutboxMessage> Messages => _journal.Messages;

    /// <summary>Reads the oldest unread message, and waits for one if there is none.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ChannelClosedException">The sandbox was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public ValueTask<OutboxMessage> ReadAsync(CancellationToken cancellationToken = default) => _unread.Reader.ReadAsync(cancellationToken);

    internal void Send(OutboxMessage message)
    {
        _journal.Add(message);
        _unread.Writer.TryWrite(message);
    }

    internal void Close() => _unread.Writer.TryComplete();
}

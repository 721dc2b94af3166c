using System.Runtime.CompilerServices;

namespace Verifik.Sandbox.Http;

/// <summary>
/// A numbered log of the latest messages and requests. Each kind has its own limit, so that many requests do not evict
/// messages. Thread-safe.
/// </summary>
internal sealed class Journal
{
    public const int Capacity = 500;

    private readonly Queue<JournalEntry> _messages = new();
    private readonly Queue<JournalEntry> _requests = new();
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    public IReadOnlyList<OutboxMessage> Messages => Copy<OutboxMessage>(_messages);

    public IReadOnlyList<SandboxRequest> Requests => Copy<SandboxRequest>(_requests);

    public long LastNumber
    {
        get
        {
            lock (_messages)
            {
                return _last;
            }
        }
    }

    public void Add(OutboxMessage message) => Add(_messages, message);

    public void Add(SandboxRequest request) => Add(_requests, request);

    /// <summary>Reads the entries after a number, oldest first, and then new entries until it is cancelled.</summary>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            List<JournalEntry> entries;
            Task added;
            lock (_messages)
            {
                entries = [.. _messages.Concat(_requests).Where(entry => entry.Number > after).OrderBy(entry => entry.Number)];
                added = _added.Task;
            }

            foreach (var entry in entries)
            {
                yield return entry;
                after = entry.Number;
            }

            if (entries.Count == 0)
            {
                await added.WaitAsync(cancellationToken);
            }
        }
    }

    private IReadOnlyList<T> Copy<T>(Queue<JournalEntry> entries)
    {
        lock (_messages)
        {
            return [.. entries.Select(entry => (T)entry.Item)];
        }
    }

    private void Add(Queue<JournalEntry> entries, object item)
    {
        lock (_messages)
        {
            entries.Enqueue(new JournalEntry(++_last, item));
            if (entries.Count > Capacity)
            {
                entries.Dequeue();
            }

            _added.SetResult();
            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Account;

/// <summary>Every log record of an application, at all levels, as text.</summary>
internal sealed class Journal : ILoggerProvider
{
    private readonly ConcurrentQueue<Record> _records = new();
    private readonly SemaphoreSlim _written = new(0);

    public IReadOnlyCollection<Record> Records => _records;

    /// <summary>The events of the SDK with their levels, in their order.</summary>
    public IEnumerable<string> Events => from record in _records where record.Category == VerifikDiagnostics.Name select $"{record.Level} {record.Event}";

    /// <summary>How often an event of the SDK was logged.</summary>
    public int Count(string eventName) => _records.Count(record => record.Event == eventName);

    /// <summary>Waits until an event of the SDK was logged the given number of times.</summary>
    public async Task SeesAsync(string eventName, int times = 1)
    {
        while (Count(eventName) < times)
        {
            await NextAsync(eventName);
        }
    }

    private async Task NextAsync(string expected)
    {
        if (!await _written.WaitAsync(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException($"The log does not say '{expected}'. It says:\n{string.Join('\n', _records)}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(LogLevel level, string category, string? name, string text)
    {
        _records.Enqueue(new Record(level, category, name, text));
        RecordedOutput.Text(text);
    }

    private static string Values<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : "";

    internal sealed record Record(LogLevel Level, string Category, string? Event, string Text);

    private sealed class Logger(Journal journal, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            journal.Add(LogLevel.None, category, null, $"{state}");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            journal.Add(logLevel, category, eventId.Name, $"{formatter(state, exception)} {Values(state)} {exception}");
            journal._written.Release();
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Verifik.Soak;

/// <summary>Records the calls of a process between two samples.</summary>
internal sealed class Recorder : IDisposable
{
    // More often, nothing would be left to a collection that is not forced. Each third of a run of two minutes has one.
    private const int SamplesPerCollection = 4;

    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly double[] _latencies = new double[100_000];
    private readonly Dictionary<(string Kind, int Account), Failure> _failures = [];
    private int _samples;
    private int _calls;
    private long _renewals;
    private long _refusals;
    private long _allocated;

    public Recorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == VerifikDiagnostics.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    public void Answered(double milliseconds)
    {
        lock (_gate)
        {
            _latencies[_calls++ % _latencies.Length] = milliseconds;
        }
    }

    public void Failed(DateTimeOffset start, int account, string kind, string text)
    {
        var now = DateTimeOffset.UtcNow;
        lock (_gate)
        {
            _failures[(kind, account)] = _failures.TryGetValue((kind, account), out var known)
                ? known with { Count = known.Count + 1, LastStart = known.LastStart > start ? known.LastStart : start }
                : new Failure(kind, account, text, 1, now, start);
        }
    }

    public Sample Take()
    {
        // The allocation is read before the collection, which allocates itself, and the handles before it closes any.
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        var (workingSet, threads, handles) = (process.WorkingSet64, process.Threads.Count, process.HandleCount);
        var collection = ++_samples % SamplesPerCollection == 0 ? Collect(process, handles) : null;
        lock (_gate)
        {
            var measured = _latencies.AsSpan(0, Math.Min(_calls, _latencies.Length));
            measured.Sort();
            var sample = new Sample(
                DateTimeOffset.UtcNow, _calls, Share(measured, 0.5), Share(measured, 0.99), allocated - _allocated,
                workingSet, threads, handles, collection, _renewals, _refusals, [.. _failures.Values]);
            _calls = 0;
            _failures.Clear();
            _allocated = GC.GetTotalAllocatedBytes(precise: true);
            return sample;
        }
    }

    public void Dispose() => _listener.Dispose();

    private static Collection Collect(Process process, int handles)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        process.Refresh();
        return new Collection(heap, handles - process.HandleCount);
    }

    private static double Share(Span<double> sorted, double share) => sorted.IsEmpty ? 0 : sorted[(int)((sorted.Length - 1) * share)];

    private void Count(Instrument instrument, long measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == "verifik.token.refusals")
        {
            Interlocked.Add(ref _refusals, measurement);
        }

        foreach (var (name, value) in tags)
        {
            if (instrument.Name == "verifik.token.renewals" && name == "outcome" && value is "renewed")
            {
                Interlocked.Add(ref _renewals, measurement);
            }
        }
    }
}

using Microsoft.Extensions.Time.Testing;
using Verifik.Internal.Stores;

namespace Verifik.Tests.Account.Model;

/// <summary>
/// One interleaving: two processes, a store and a server in fake time, on one thread. The same schedule and seed give the
/// same run, to the last line of its trace.
/// </summary>
internal sealed partial class Simulation
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly DateTimeOffset _start = new(2024, 5, 29, 3, 41, 27, TimeSpan.Zero);
    private readonly List<string>? _trace;
    private readonly ModelProcess[] _processes;
    private readonly List<ModelProcess> _ended = [];
    private readonly List<Act> _acts = [];
    private DateTimeOffset _disturbed;
    private string? _broken;
    private bool _isOutOfOrder;
    private int _pending;

    private Simulation(int seed, List<string>? trace)
    {
        (Chance, _trace, Time) = (new Chance(seed), trace, new FakeTimeProvider(_start));
        (Server, Store) = (new ModelServer(this), new ModelStore(this));
        _processes = [new ModelProcess(this, "A1"), new ModelProcess(this, "B1")];
    }

    public FakeTimeProvider Time { get; }

    public Chance Chance { get; }

    public ModelServer Server { get; }

    public ModelStore Store { get; }

    /// <summary>Runs a schedule.</summary>
    /// <returns>The rule that was broken; <see langword="null"/> where none was.</returns>
    public static string? Run(ModelStep[] steps, int seed, List<string>? trace = null)
    {
        // A test framework's context would take continuations elsewhere.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var model = new Simulation(seed, trace);
        try
        {
            return model.Run(steps);
        }
        finally
        {
            model.Dispose();
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>A task that never ends, for a process that is gone.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    /// <summary>Checks that this runs on the one thread of the simulation.</summary>
    public void IsInOrder() => _isOutOfOrder |= Environment.CurrentManagedThreadId != _thread;

    public Task DelayAsync(TimeSpan delay) => Task.Delay(delay < Tick ? Tick : delay, Time);

    /// <summary>Something that may still change the server or the store.</summary>
    public IDisposable Pending() => new PendingWork(this);

    public Act Login(string code) => _acts.First(act => act.Code == code);

    /// <summary>Something was written, or failed: the fifteen seconds begin again.</summary>
    public void Disturbed() => _disturbed = Time.GetUtcNow();

    /// <summary>A rule was broken before the schedule has ended.</summary>
    public void Breaks(string rule) => _broken ??= rule;

    /// <summary>An entry has landed in the store, and another one is gone.</summary>
    public void Landed(ulong reflects)
    {
        Disturbed();
        foreach (var act in _acts)
        {
            act.HasMetStore |= (reflects & act.Bit) != 0;
            act.Stored &= act.IsDecided ? ulong.MaxValue : reflects;
        }
    }

    public void Trace(string line)
    {
        IsInOrder();
        _trace?.Add($"{(Time.GetUtcNow() - _start).TotalSeconds,10:0.0} {line}");
    }

    public string Describe(byte[]? entry) => _trace is null ? "" : entry is null ? "nothing" : TokenEntry.Read(entry) is var read
        ? $"{read!.Token?.Value ?? "no token"} ({read.Version.Generation}, {read.Version.Act}, {read.Version.Renewal})" : "";

    private string? Run(ModelStep[] steps)
    {
        var calls = new List<(ModelProcess Process, Task Call)>();
        foreach (var step in steps)
        {
            for (var wait = 0; wait < step.Wait; wait++)
            {
                Time.Advance(Tick);
            }

            calls.Add((_processes[step.Process], BeginAsync(step)));
        }

        Trace("failures stop");
        Chance.IsCalm = true;
        Disturbed();
        var end = Time.GetUtcNow() + Patience;
        while (_pending > 0 || calls.Exists(static call => !call.Call.IsCompleted && !call.Process.HasEnded) || Time.GetUtcNow() < _disturbed + Quiet)
        {
            if (Time.GetUtcNow() > end)
            {
                return $"After {Patience} the processes do not come to rest.";
            }

            Time.Advance(Tick);
        }

        Trace("the rules are looked at");
        var handedOut = _processes.Select(static process => process.HandOutAsync()).ToList();
        while (handedOut.Exists(static token => !token.IsCompleted) && Time.GetUtcNow() < end)
        {
            Time.Advance(Tick);
        }

        if (handedOut.Exists(static token => !token.IsCompleted))
        {
            return $"A process has no answer to a caller after {Patience}.";
        }

        var stored = Store.Entry is null ? null : TokenEntry.Read(Store.Entry)!.Token?.Value;
        List<string?> held = [.. handedOut.Select(static token => token.GetAwaiter().GetResult()), stored];
        Trace($"A hands out {held[0] ?? "nothing"}, B {held[1] ?? "nothing"}; the store has {held[2] ?? "nothing"}");
        var live = _processes.Aggregate(Store.Reflects, static (bits, process) => bits | process.Knows);
        return _isOutOfOrder ? "The SDK or the simulation has left the thread." : _broken ?? new Rules(_acts, live).Broken([.. held.Select(value => value is null ? null : Server.Find(value)!)]);
    }

    private void Dispose()
    {
        foreach (var process in _processes.Concat(_ended))
        {
            process.Dispose();
        }
    }

    private sealed class PendingWork : IDisposable
    {
        private readonly Simulation _model;

        public PendingWork(Simulation model)
        {
            _model = model;
            _model._pending++;
        }

        public void Dispose() => _model._pending--;
    }
}

namespace Verifik.Soak;

/// <summary>The events and samples of a run.</summary>
/// <param name="Seed">The seed of the random choices.</param>
/// <param name="Start">The start of the run.</param>
internal sealed record History(int Seed, DateTimeOffset Start)
{
    /// <summary>The number of the process that runs throughout. Those that are killed are numbered from 0.</summary>
    public const int FirstProcess = -1;

    private readonly Lock _gate = new();
    private readonly List<Sample> _first = [];
    private readonly List<(int Process, Sample Sample)> _second = [];

    /// <summary>The samples of the process that runs throughout.</summary>
    public IReadOnlyList<Sample> First => _first;

    /// <summary>The samples of the processes that are killed, each with the number of its process.</summary>
    public IReadOnlyList<(int Process, Sample Sample)> Second => _second;

    public List<Outage> Outages { get; } = [];

    public List<Revocation> Revocations { get; } = [];

    public int ClockSteps { get; set; }

    public int Kills { get; set; }

    /// <summary>The problems that were found after the callers had stopped.</summary>
    public List<string> FinalProblems { get; } = [];

    /// <summary>The length of the run.</summary>
    public TimeSpan Length { get; set; }

    public long Calls => All.Sum(sample => (long)sample.Calls);

    /// <summary>The failed calls of all processes.</summary>
    public IEnumerable<(int Process, Failure Failure)> Failures =>
        _first.Select(sample => (Process: FirstProcess, Sample: sample)).Concat(_second).SelectMany(entry => entry.Sample.Failures.Select(failure => (entry.Process, failure)));

    public IEnumerable<Sample> All => _first.Concat(_second.Select(entry => entry.Sample));

    public long Renewals => _first.Max(sample => sample.Renewals)
        + _second.GroupBy(entry => entry.Process, entry => entry.Sample.Renewals).Sum(process => process.Max());

    public void Add(Sample sample)
    {
        lock (_gate)
        {
            _first.Add(sample);
        }
    }

    public void Add(int process, Sample sample)
    {
        lock (_gate)
        {
            _second.Add((process, sample));
        }
    }
}

namespace Verifik.Tests.Account.Model;

/// <summary>Random durations and failures. The same seed gives the same sequence.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether failures have stopped.</summary>
    public bool IsCalm { get; set; }

    public int Seed() => _random.Next();

    public TimeSpan Seconds(double from, double to) => TimeSpan.FromSeconds(from + ((to - from) * _random.NextDouble()));

    /// <summary>Whether a failure happens.</summary>
    public bool Fails(double probability) => !IsCalm && _random.NextDouble() < probability;

    /// <summary>The time that the store takes before and after it reads or writes, and whether it fails.</summary>
    public (TimeSpan Before, TimeSpan After, bool Fails) Store()
    {
        var total = Fails(0.05) ? Seconds(5, 9) : Fails(0.2) ? Seconds(1, 4) : Seconds(0.1, 1);
        var before = total * _random.NextDouble();
        return (before, total - before, Fails(0.06));
    }
}

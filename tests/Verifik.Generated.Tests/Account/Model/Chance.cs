namespace Verifik.Tests.Account.Model;

/// <summary>What is left to chance: how long something takes, and whether it fails. The same seed says the same.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether failures have stopped.</summary>
    public bool IsCalm { get; set; }

    public int Seed() => _random.Next();

    public TimeSpan Seconds(double from, double to) => TimeSpan.FromSeconds(from + ((to - from) * _random.NextDouble()));

    /// <summary>Whether a failure happens.</summary>
    public bool Fails(double probability) => !IsCalm && _random.NextDouble() < probability;

    /// <summary>How long the store takes before and after it does what it was asked to, and whether it fails.</summary>
    public (TimeSpan Before, TimeSpan After, bool Fails) Store()
    {
        var total = Fails(0.05) ? Seconds(5, 9) : Fails(0.2) ? Seconds(1, 4) : Seconds(0.1, 1);
        var before = total * _random.NextDouble();
        return (before, total - before, Fails(0.06));
    }
}

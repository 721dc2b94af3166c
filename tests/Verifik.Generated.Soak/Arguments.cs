using System.Globalization;

namespace Verifik.Soak;

/// <summary>The arguments of the command line.</summary>
/// <param name="Minutes">The length of the run.</param>
/// <param name="Output">The folder for the summary and the plot.</param>
/// <param name="Seed">Repeats the random choices of an earlier run, but not its thread scheduling.</param>
internal sealed record Arguments(double Minutes, string Output, int Seed)
{
    public const string Help = "Soak --minutes <at least 2> [--output <folder>] [--seed <number>]";

    public static Arguments? Parse(string[] args)
    {
        var arguments = new Arguments(30, Path.Combine(Path.GetTempPath(), "verifik-soak"), Random.Shared.Next());
        foreach (var pair in args.Chunk(2))
        {
            arguments = pair switch
            {
                ["--minutes", var text] when double.TryParse(text, CultureInfo.InvariantCulture, out var minutes) && minutes >= 2 => arguments with { Minutes = minutes },
                ["--output", var folder] => arguments with { Output = folder },
                ["--seed", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var seed) => arguments with { Seed = seed },
                _ => null,
            };
            if (arguments is null)
            {
                return null;
            }
        }

        return arguments;
    }
}

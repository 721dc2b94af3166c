using System.Text.RegularExpressions;
using Fare;

namespace Verifik.Sandbox.Contracts;

/// <summary>Makes a text of a regular expression.</summary>
internal static partial class SamplePattern
{
    // The generator's own syntax gives these a meaning, which they do not have in a contract.
    [GeneratedRegex("(?<escaped>\\\\.)|[\"@#~&<>]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Special();

    /// <summary>The same text for the same seed, or null where the expression has what the generator does not know, such as a lookahead.</summary>
    public static string? Generate(string pattern, int seed)
    {
        var plain = Special().Replace(pattern, match => match.Groups["escaped"].Success ? match.Value : $"\\{match.Value}");
        try
        {
#pragma warning disable CA5394 // Nothing depends on the text being hard to guess.
            return new Xeger(plain, new Random(seed)).Generate();
#pragma warning restore CA5394
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

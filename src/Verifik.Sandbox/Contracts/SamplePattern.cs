using System.Text.RegularExpressions;
using Fare;

namespace Verifik.Sandbox.Contracts;

/// <summary>Generates text that matches a regular expression.</summary>
internal static partial class SamplePattern
{
    // These characters are operators for the generator, but not in a contract.
    [GeneratedRegex("(?<escaped>\\\\.)|[\"@#~&<>]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Special();

    /// <summary>
    /// The same text for the same seed, or null if the generator does not support the expression, for example because
    /// of a lookahead.
    /// </summary>
    public static string? Generate(string pattern, int seed)
    {
        var plain = Special().Replace(pattern, match => match.Groups["escaped"].Success ? match.Value : $"\\{match.Value}");
        try
        {
#pragma warning disable CA5394 // The text need not be unpredictable.
            return new Xeger(plain, new Random(seed)).Generate();
#pragma warning restore CA5394
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

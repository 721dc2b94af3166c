namespace Verifik.Cli.Commands;

/// <summary>The word that somebody is likely to have meant.</summary>
internal static class Nearest
{
    private const int MostSlips = 2;

    /// <summary>The name that a text begins, or that is at most two slips away; <see langword="null"/> where there is none.</summary>
    public static string? Of(string text, IEnumerable<string> names)
    {
        var candidates = names.Select(name => (Name: name, Slips: IsBeginning(text, name) ? 1 : Slips(text, name))).OrderBy(candidate => candidate.Slips);
        return candidates.FirstOrDefault(candidate => candidate.Slips <= Math.Min(MostSlips, candidate.Name.Length - 2)).Name;
    }

    private static bool IsBeginning(string text, string name) => text.Length > 2 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    // The distance of Levenshtein, where two letters that changed places count as one slip.
    private static int Slips(string text, string name)
    {
        var distance = new int[text.Length + 1, name.Length + 1];
        for (var i = 0; i <= text.Length; i++)
        {
            for (var j = 0; j <= name.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                var differs = char.ToLowerInvariant(text[i - 1]) == char.ToLowerInvariant(name[j - 1]) ? 0 : 1;
                distance[i, j] = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, distance[i - 1, j - 1] + differs);
                if (i > 1 && j > 1 && text[i - 1] == name[j - 2] && text[i - 2] == name[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[text.Length, name.Length];
    }
}

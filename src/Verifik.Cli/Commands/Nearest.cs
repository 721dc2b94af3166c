namespace Verifik.Cli.Commands;

/// <summary>Suggests a name for a misspelt one.</summary>
internal static class Nearest
{
    private const int MaxEdits = 2;

    /// <summary>The name that begins with a text, or has an edit distance of at most two; <see langword="null"/> if there is none.</summary>
    public static string? Of(string text, IEnumerable<string> names)
    {
        var candidates = names.Select(name => (Name: name, Distance: IsPrefix(text, name) ? 1 : DistanceOf(text, name))).OrderBy(candidate => candidate.Distance);
        return candidates.FirstOrDefault(candidate => candidate.Distance <= Math.Min(MaxEdits, candidate.Name.Length - 2)).Name;
    }

    private static bool IsPrefix(string text, string name) => text.Length > 2 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    // The Levenshtein distance, with a transposition of two letters as one edit.
    private static int DistanceOf(string text, string name)
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

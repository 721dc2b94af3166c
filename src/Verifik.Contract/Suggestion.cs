namespace Verifik.Contract;

/// <summary>Suggests a known name for a misspelt one.</summary>
internal static class Suggestion
{
    /// <summary>Returns <c>; did you mean 'x'?</c>, or an empty string if no known name is similar.</summary>
    public static string For(string written, IEnumerable<string> known) => Of(Nearest(written, known));

    /// <summary>The same for a name that is known to be similar.</summary>
    public static string Of(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";

    /// <summary>The most similar known name, which differs in at most a third of its letters.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var (nearest, distance) = known
            .Select(name => (name, distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .DefaultIfEmpty((name: "", distance: int.MaxValue))
            .MinBy(candidate => candidate.distance);

        return distance <= Math.Max(1, Math.Min(written.Length, nearest.Length) / 3) ? nearest : null;
    }

    // Optimal string alignment: insertions, deletions, replacements and transpositions.
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            distance[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            distance[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[a.Length, b.Length];
    }
}

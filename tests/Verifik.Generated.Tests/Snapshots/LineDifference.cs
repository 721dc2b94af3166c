namespace VerifyXunit;

/// <summary>What <c>dotnet test</c> shows of a changed snapshot: the lines that changed and three around them.</summary>
internal static class LineDifference
{
    public static string Between(string[] before, string[] after)
    {
        // The length of the longest common subsequence of what follows line i of one and line j of the other.
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(string Text, int Number, bool Changed)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            var same = i < before.Length && j < after.Length && before[i] == after[j];
            var removed = !same && i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]);
            lines.Add((same ? $"  {before[i]}" : removed ? $"- {before[i]}" : $"+ {after[j]}", j + 1, !same));
            i += same || removed ? 1 : 0;
            j += removed ? 0 : 1;
        }

        var shown = Enumerable.Range(0, lines.Count).Where(n => lines.Take(n + 4).Skip(n - 3).Any(line => line.Changed)).ToList();
        return string.Join('\n', shown.Select((n, at) =>
            at > 0 && shown[at - 1] == n - 1 ? lines[n].Text : $"@@ line {lines[n].Number} @@\n{lines[n].Text}"));
    }
}

using Verifik.Contract;

namespace Verifik.Tests.Contract;

/// <summary>A small, correct contract, to make one mistake at a time in.</summary>
internal static class SmallContract
{
    public static string Text { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", "small.yaml")).ReplaceLineEndings("\n");

    /// <summary>The contract with the first occurrence of a text replaced.</summary>
    public static string With(string text, string replacement)
    {
        var at = Text.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The small contract does not hold '{text}'.");
        return string.Concat(Text.AsSpan(0, at), replacement, Text.AsSpan(at + text.Length));
    }

    /// <summary>
    /// Replaces a text by one in which <c>»</c> stands before what is wrong, and requires that the check says one thing, there.
    /// </summary>
    public static void Refuses(string text, string marked, string code, string message) =>
        Refuses(With(text, marked), code, message);

    /// <summary>Requires that the check says one thing, where <c>»</c> stands.</summary>
    public static void Refuses(string marked, string code, string message)
    {
        var mark = marked.IndexOf('»', StringComparison.Ordinal);
        Assert.True(mark >= 0, "No » says where the mistake is.");
        var before = marked.AsSpan(0, mark);
        var expected = new Diagnostic(new Position(before.Count('\n') + 1, mark - before.LastIndexOf('\n')), code, message);

        Assert.Equal(expected.Format("contract.yaml"), string.Join("\n", Check(marked.Remove(mark, 1))));
    }

    /// <summary>What the check says, a diagnostic a line.</summary>
    public static IEnumerable<string> Check(string text) =>
        ContractCheck.CheckText(text).Diagnostics.Select(diagnostic => diagnostic.Format("contract.yaml"));
}

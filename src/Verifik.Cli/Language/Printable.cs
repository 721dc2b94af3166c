namespace Verifik.Cli.Language;

/// <summary>Makes untrusted text safe for a terminal: a single line without control characters.</summary>
internal static class Printable
{
    private const int Longest = 500;

    public static string Of(string? text)
    {
        var line = string.Concat((text ?? "").Select(character => char.IsControl(character) ? ' ' : character));
        line = string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}

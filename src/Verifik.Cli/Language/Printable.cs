namespace Verifik.Cli.Language;

/// <summary>Text that somebody else wrote, as it may be shown in a terminal: one line, and no character that steers it.</summary>
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

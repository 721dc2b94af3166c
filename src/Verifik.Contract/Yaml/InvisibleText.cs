using System.Globalization;

namespace Verifik.Contract.Yaml;

/// <summary>Invisible characters that change the meaning of text: control characters, line separators, bidirectional overrides.</summary>
internal static class InvisibleText
{
    public static bool IsInvisible(char letter) => letter != '\n' && CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    public static string Describe(char letter) =>
        $"The character U+{(int)letter:X4} is invisible, and could end a line of the generated code or hide a part of it; remove it";
}

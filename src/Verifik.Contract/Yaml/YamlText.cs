using System.Text;

namespace Verifik.Contract.Yaml;

/// <summary>The characters of a file, or what keeps them from being a contract.</summary>
internal static class YamlText
{
    private const int MaximumLength = 5 * 1024 * 1024;

    private static readonly Position Start = new(1, 1);

    public static string? Read(string file, Findings findings)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > MaximumLength)
            {
                findings.Add(Codes.File, Start, $"The file has {stream.Length} bytes; a contract has {MaximumLength} at most (5 MiB)");
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Decode(bytes, findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = exception is FileNotFoundException or DirectoryNotFoundException ? "The file does not exist"
                : Directory.Exists(file) ? "A file is expected, not a directory"
                : $"The file cannot be read: {exception.Message}";
            findings.Add(Codes.File, Start, reason);
            return null;
        }
    }

    private static string? Decode(byte[] bytes, Findings findings)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
        {
            findings.Add(Codes.File, Start, "The file is encoded in UTF-16 or UTF-32; save it as UTF-8");
            return null;
        }

        var content = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.UTF8.GetString(content);
            var valid = text[..text.IndexOf('\uFFFD')];
            var line = valid.AsSpan().Count('\n') + 1;
            findings.Add(Codes.File, new Position(line, valid.Length - valid.LastIndexOf('\n')), "The bytes here are not UTF-8; save the file as UTF-8");
            return null;
        }
    }

    /// <summary>
    /// Refuses the characters that a reader cannot see, and that end lines and comments where nobody expects it. False if a
    /// tab is among them: what the YAML reader would say of it is wrong.
    /// </summary>
    public static bool RefuseInvisible(string text, Findings findings)
    {
        var hasTab = false;
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
            else if (text[i] == '\t')
            {
                findings.Add(Codes.Syntax, new Position(line, i - lineStart + 1), "A tab; YAML indents with spaces");
                hasTab = true;
                i = text.IndexOf('\n', i) is var end and >= 0 ? end - 1 : text.Length;
            }
            else if (InvisibleText.IsInvisible(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                findings.Add(Codes.Invisible, new Position(line, i - lineStart + 1), InvisibleText.Describe(text[i]));
            }
        }

        return !hasTab;
    }
}

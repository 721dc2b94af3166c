using System.Text;

namespace Verifik.Contract.Yaml;

/// <summary>Reads the text of a file, or reports why it cannot be read.</summary>
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
                findings.Add(Codes.File, Start, $"The file has {stream.Length} bytes; the maximum is {MaximumLength} (5 MiB)");
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
    /// Reports invisible characters, which can end lines and comments unexpectedly. Returns false for a tab, for which
    /// the YAML reader's own message is misleading.
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
                findings.Add(Codes.Syntax, new Position(line, i - lineStart + 1), "Tabs are not allowed in YAML; indent with spaces");
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

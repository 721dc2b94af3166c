using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Verifik.Sandbox.Contracts;

/// <summary>Generates text that matches a schema, by its pattern, its format or its length.</summary>
internal static class SampleText
{
    public static string Of(JsonObject schema)
    {
        var text = schema["format"]?.ToString() switch
        {
            "date-time" => "2024-05-29T03:41:27.009Z",
            "date" => "2024-05-29",
            "time" => "03:41:27Z",
            "duration" => "PT10M",
            "uuid" => "00000000-0000-4000-8000-000000000000",
            "email" => "ana@example.com",
            "uri" or "url" => "https://example.com/",
            "hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            // A short text, because a realistic image would only be noise on the page.
            "byte" => "c2FtcGxl",
            _ => "text",
        };
        var (least, most) = (Length("minLength") ?? 0, Length("maxLength") ?? int.MaxValue);
        if (schema["pattern"]?.ToString() is { } pattern)
        {
            return Matches(text) ? text : Enumerable.Range(1, 20).Select(seed => SamplePattern.Generate(pattern, seed) ?? text).FirstOrDefault(Matches, text);

            bool Matches(string text) => text.Length >= least && text.Length <= most && Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        }

        while (text.Length < least)
        {
            text += text;
        }

        return text.Length <= most && (text.Length < 2 * least || least == 0) ? text : text[..Math.Max(least, Math.Min(most, text.Length))];

        int? Length(string name) => int.TryParse(schema[name]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verifik.Cli.Queries;

/// <summary>Writes a response: indented for a terminal, unchanged for a program.</summary>
internal static class QueryAnswer
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContent content, Terminal terminal, bool raw, CancellationToken cancellationToken)
    {
        if (raw)
        {
            await content.CopyToAsync(terminal.Out, cancellationToken);
            await terminal.Out.FlushAsync(cancellationToken);
            return;
        }

        var body = await content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(body);
            await using (var writer = new Utf8JsonWriter(terminal.Out, Indented))
            {
                json.WriteTo(writer);
            }

            await terminal.Text.WriteLineAsync();
        }
        catch (JsonException)
        {
            // Not JSON: written as text, without terminal control characters.
            var text = System.Text.Encoding.UTF8.GetString(body);
            await terminal.Text.WriteLineAsync(string.Concat(text.Where(character => character is '\n' or '\t' || !char.IsControl(character))));
        }
    }
}

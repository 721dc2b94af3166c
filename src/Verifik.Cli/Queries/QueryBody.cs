using System.Text;
using System.Text.Json;

namespace Verifik.Cli.Queries;

/// <summary>The JSON body of a call: inline, from a file (<c>@file</c>) or from standard input (<c>@-</c>).</summary>
internal static class QueryBody
{
    /// <exception cref="ToolException">The file cannot be read, or is not JSON. Nothing was sent.</exception>
    public static async Task<HttpContent> ReadAsync(string data, TextReader input, CancellationToken cancellationToken)
    {
        var text = data switch
        {
            "@-" => await input.ReadToEndAsync(cancellationToken),
            ['@', .. var file] => await ReadFileAsync(file, cancellationToken),
            _ => data,
        };
        try
        {
            using var checkedJson = JsonDocument.Parse(text);
            return new StringContent(text, Encoding.UTF8, "application/json");
        }
        catch (JsonException exception)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.DataIsNoJson.With(exception.LineNumber + 1, exception.BytePositionInLine + 1));
        }
    }

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.DataFileUnreadable.With(file, Explanation.OfFolder(exception)));
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Http;

/// <summary>Masks what must not be shown: the values of these names, wherever they stand in JSON or a query.</summary>
internal sealed class Secrets(IEnumerable<string> names)
{
    private const string Mask = "***";
    private const int MaximumLength = 16 * 1024;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>The scheme of a header, which may be a token that lacks one: then nothing of it.</summary>
    public static string? MaskAuthorization(string? header) => header switch
    {
        null or "" => null,
        _ when header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) => $"Bearer {Mask}",
        _ when header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) => $"Basic {Mask}",
        _ => Mask,
    };

    public string MaskQuery(IQueryCollection query) => QueryString.Create(query.SelectMany(
        parameter => parameter.Value,
        (parameter, value) => KeyValuePair.Create(parameter.Key, _names.Contains(parameter.Key) ? Mask : value))).ToUriComponent();

    /// <summary>The JSON with its secrets masked, cut where it is long, or null where it is no JSON.</summary>
    public string? MaskJson(string text)
    {
        try
        {
            var json = JsonNode.Parse(text);
            MaskIn(json);
            var masked = json?.ToJsonString(Readable) ?? "null";
            return masked.Length <= MaximumLength ? masked : $"{masked.AsSpan(0, MaximumLength)}… ({masked.Length - MaximumLength} characters more)";
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // The second: a property twice. The third: text that is no Unicode.
            return null;
        }
    }

    private void MaskIn(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    MaskIn(item);
                }

                break;
            case JsonObject properties:
                foreach (var (name, value) in properties.ToList())
                {
                    if (value is not null && _names.Contains(name))
                    {
                        properties[name] = Mask;
                    }
                    else
                    {
                        MaskIn(value);
                    }
                }

                break;
        }
    }
}

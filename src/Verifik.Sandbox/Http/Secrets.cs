using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Http;

/// <summary>Masks secrets: the values of the given names, anywhere in JSON or in a query.</summary>
internal sealed class Secrets(IEnumerable<string> names)
{
    private const string Mask = "***";
    private const int MaximumLength = 16 * 1024;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HashSet<string> _names = new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Masks an Authorization header except its scheme. A header without a scheme may be a token, and is masked as a whole.</summary>
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

    /// <summary>Masks the secrets in JSON and truncates long text; null if it is not JSON.</summary>
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
            // The second exception is for a duplicate property, the third for invalid Unicode.
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

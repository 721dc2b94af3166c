using System.Text.Json;

namespace Verifik.Sandbox.Behaviour;

/// <summary>The properties of a JSON body. Null counts as missing.</summary>
internal sealed class RequestFields
{
    private readonly Dictionary<string, object> _fields;

    private RequestFields(Dictionary<string, object> fields) => _fields = fields;

    /// <summary>Reads the body. A body with another content type than JSON has no properties, as with a server that parses only JSON.</summary>
    public static async Task<RequestFields> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType() || request.Body.Length == 0)
        {
            return new RequestFields([]);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new RequestFields(Present(document.RootElement))
                : throw Refusal.BadRequest("The body must be a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second exception is for invalid Unicode, which the parser detects only when the text is read.
            throw Refusal.BadRequest("The body is not JSON.");
        }
    }

    public void Require(params string[] names) => Refusal.ThrowIfMissing(_fields.ContainsKey, names);

    public string? Text(string name) => _fields[name] as string;

    public long? Number(string name) => _fields[name] as long?;

    // Of two properties with the same name, the last one is used, as in JSON.parse.
    private static Dictionary<string, object> Present(JsonElement body)
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var field in body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            fields[field.Name] = field.Value.ValueKind switch
            {
                JsonValueKind.String => field.Value.GetString()!,
                JsonValueKind.Number when field.Value.TryGetInt64(out var number) => number,
                var other => other,
            };
        }

        return fields;
    }
}

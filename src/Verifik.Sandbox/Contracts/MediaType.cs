using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>The media type of a body: JSON if the contract declares it, otherwise the first.</summary>
internal sealed record MediaType(string Name, JsonObject Node)
{
    public bool IsJson => Name.Contains("json", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("*/*", StringComparison.Ordinal);

    public JsonObject? Schema => Node["schema"] as JsonObject;

    /// <summary>The media type of a request body or a response, or null if it has no content.</summary>
    public static MediaType? Of(JsonObject? owner)
    {
        var offered = (owner?["content"] as JsonObject ?? []).Select(content => new MediaType(content.Key, content.Value as JsonObject ?? [])).ToList();
        return offered.Find(type => type.IsJson) ?? offered.FirstOrDefault();
    }
}

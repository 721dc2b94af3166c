using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>What a body is, of those that the contract offers: JSON where it can be, else the first.</summary>
internal sealed record MediaType(string Name, JsonObject Node)
{
    public bool IsJson => Name.Contains("json", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("*/*", StringComparison.Ordinal);

    public JsonObject? Schema => Node["schema"] as JsonObject;

    /// <summary>That of a request body or a response, or null where it has no content.</summary>
    public static MediaType? Of(JsonObject? owner)
    {
        var offered = (owner?["content"] as JsonObject ?? []).Select(content => new MediaType(content.Key, content.Value as JsonObject ?? [])).ToList();
        return offered.Find(type => type.IsJson) ?? offered.FirstOrDefault();
    }
}

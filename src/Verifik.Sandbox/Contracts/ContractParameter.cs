using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>A parameter of an operation.</summary>
internal sealed class ContractParameter(JsonObject node)
{
    public JsonObject Node => node;

    public string Name => $"{node["name"]}";

    /// <summary><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string In => $"{node["in"]}";

    public bool IsRequired => node["required"]?.ToString() == "true";

    public JsonObject? Schema => node["schema"] as JsonObject;

    /// <summary>The separator of the items of a list, or null if each item is a separate parameter.</summary>
    public char? Separator => (Style, node["explode"]?.ToString()) switch
    {
        ("form", null or "true") => null,
        (_, "true") when In == "query" => null,
        ("spaceDelimited", _) => ' ',
        ("pipeDelimited", _) => '|',
        _ => ',',
    };

    private string Style => node["style"]?.ToString() ?? (In is "query" or "cookie" ? "form" : "simple");
}

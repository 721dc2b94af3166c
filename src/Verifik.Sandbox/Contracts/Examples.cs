using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>The examples of a contract, or generated samples if there are none.</summary>
internal sealed class Examples(ContractDocument document)
{
    /// <summary>A body that a server sends.</summary>
    public JsonNode? Received(MediaType type) => Of(type.Node, new Samples(document, left: "writeOnly"));

    /// <summary>A body that a client sends.</summary>
    public JsonNode? Sent(MediaType type) => Of(type.Node, new Samples(document, left: "readOnly"));

    /// <summary>The value of a parameter or a header.</summary>
    public JsonNode? Of(JsonObject parameter) => Of(parameter, new Samples(document, left: "readOnly"));

    private JsonNode? Of(JsonObject owner, Samples samples)
    {
        if (owner.TryGetPropertyValue("example", out var example))
        {
            return example;
        }

        var named = owner["examples"] is JsonObject { Count: > 0 } examples ? document.Resolve(examples.First().Value) : null;
        return named is not null && named.TryGetPropertyValue("value", out var value) ? value : samples.Of(owner["schema"]);
    }
}

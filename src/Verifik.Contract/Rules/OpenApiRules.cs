using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0019: OpenAPI's own rules, as Microsoft.OpenApi holds them. Asked last: what another rule has said better is not said again.</summary>
internal static class OpenApiRules
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        var found = Read(contract.Root).Select(error => (error.Message, Node: Locate(contract.Root, error.Pointer ?? ""))).ToList();
        foreach (var (message, node) in found.Where(error => !findings.Near(error.Node)).ToList())
        {
            findings.AddAtKey(Codes.OpenApi, node, message);
        }
    }

    private static IEnumerable<OpenApiError> Read(YamlMapping root)
    {
        // Its rules guard the objects that it reads; a value of another kind may stop the reader itself.
        try
        {
            var result = new OpenApiJsonReader().Read(ToJson(root)!, new Uri("file:///contract"), new OpenApiReaderSettings());
            return [.. result.Diagnostic?.Errors ?? [], .. result.Diagnostic?.Warnings ?? []];
        }
        catch (Exception exception) when (exception is OpenApiException or InvalidOperationException or FormatException or ArgumentException)
        {
            return [new OpenApiError("#", exception.Message)];
        }
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Values.Select(value => KeyValuePair.Create(value.Key, ToJson(value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(scalar.Text == "true"),
        YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } scalar => JsonValue.Create(scalar.Number),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    // After an error the reader's pointers keep segments that it has left already, and some stand in the message alone:
    // a segment that leads nowhere is passed over.
    private static YamlNode Locate(YamlNode root, string pointer)
    {
        var node = root;
        foreach (var segment in pointer.Split('/').Skip(1).Select(YamlNode.Unescape))
        {
            node = node switch
            {
                YamlMapping mapping => mapping[segment] ?? node,
                YamlSequence sequence => sequence.Items.FirstOrDefault(item => item.Key == segment) ?? node,
                _ => node,
            };
        }

        return node;
    }
}

using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>
/// VC0019: the rules of OpenAPI, as implemented by Microsoft.OpenApi. Runs last, and omits errors that another rule has
/// already reported.
/// </summary>
internal static class OpenApiRules
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        var found = Read(contract.Root, findings).Select(error => (error.Message, Node: Locate(contract.Root, error.Pointer ?? ""))).ToList();
        // An exception of the reader has no position, so it is reported at the root, and only if there is no other
        // error.
        if (findings.Any)
        {
            found.RemoveAll(error => error.Node == contract.Root);
        }

        foreach (var (message, node) in found.Where(error => !findings.IsEcho(error.Node, error.Message)).ToList())
        {
            findings.AddAtKey(Codes.OpenApi, node, message);
        }
    }

    private static IEnumerable<OpenApiError> Read(YamlMapping root, Findings findings)
    {
        // The reader may throw for documents that the other rules reject.
        try
        {
            var result = new OpenApiJsonReader().Read(ToJson(root)!, new Uri("file:///contract"), new OpenApiReaderSettings());
            return [.. (result.Diagnostic?.Errors ?? []).Where(error => !IsUnknownKey(error)), .. result.Diagnostic?.Warnings ?? []];
        }
        catch (Exception exception) when (exception is OpenApiException || findings.Any)
        {
            return findings.Any ? [] : [new OpenApiError("#", exception.Message)];
        }
    }

    // KnownKeys reports this with the position and a suggestion; here the position is only in the message.
    private static bool IsUnknownKey(OpenApiError error) => error.Message.Contains(" is not a valid property at ", StringComparison.Ordinal);

    // A 3.1 document has been converted to 3.0 at this point.
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlScalar { Key: "openapi", Parent.Parent: null } => "3.0.3",
        YamlMapping mapping => new JsonObject(mapping.Values.Select(value => KeyValuePair.Create(value.Key, ToJson(value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(scalar.Text == "true"),
        YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } scalar => JsonValue.Create(scalar.Number),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    // After an error, the reader's pointers keep segments that it has already left, and some end with a missing key. So
    // the pointer is followed from its last path or 'components', as far as the nodes exist.
    private static YamlNode Locate(YamlMapping root, string pointer)
    {
        var segments = pointer.Split('/').Skip(1).Select(YamlNode.Unescape).ToArray();
        var start = Array.FindLastIndex(segments, segment => segment == "components" || segment.StartsWith('/'));
        var from = start >= 0 && segments[start] != "components" ? root["paths"] ?? root : root;
        return Follow(from, segments.AsSpan(Math.Max(start, 0))).Node;
    }

    private static (YamlNode Node, int Steps) Follow(YamlNode node, ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return (node, 0);
        }

        var passedOver = Follow(node, segments[1..]);
        if (Child(node, segments[0]) is not { } child)
        {
            return passedOver;
        }

        var (found, steps) = Follow(child, segments[1..]);
        return steps + 1 >= passedOver.Steps ? (found, steps + 1) : passedOver;
    }

    private static YamlNode? Child(YamlNode node, string segment) => node switch
    {
        YamlMapping mapping => mapping[segment],
        YamlSequence sequence => sequence.Items.FirstOrDefault(item => item.Key == segment),
        _ => null,
    };
}

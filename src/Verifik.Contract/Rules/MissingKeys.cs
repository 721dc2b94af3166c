using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0011: no key is missing that OpenAPI or the client's exception requires.</summary>
internal static class MissingKeys
{
    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects.Where(found => !found.Node.Has("$ref")))
        {
            foreach (var (key, _) in kind.Keys.Where(key => key.Value.Required && !node.Has(key.Key)))
            {
                findings.AddMissing(Codes.MissingKey, node, key, $"'{key}' is missing from {kind.Name}");
            }

            foreach (var empty in node.Values.Where(
                value => kind.Keys.TryGetValue(value.Key, out var key) && key is { Required: true, Kind: { } content } && content != Vocabulary.MediaType && content != Vocabulary.Schema && IsEmpty(value)))
            {
                findings.AddAtKey(Codes.MissingKey, empty, $"'{empty.Key}' of {kind.Name} is empty");
            }
        }

        foreach (var media in contract.Of(Vocabulary.MediaType).Where(media => ContractDocument.IsJson(media.Key) && !media.Has("schema")))
        {
            findings.AddMissing(Codes.MissingKey, media, "schema", "'schema' is missing from a media type");
        }

        if (contract.Client.IsSdk && !contract.Schemas.ContainsKey("ApiError"))
        {
            findings.AddMissing(
                Codes.MissingKey,
                contract.Root["components"] ?? contract.Root,
                "ApiError",
                "'ApiError' is missing from components/schemas: the client's exception reads error responses with it");
        }
    }

    private static bool IsEmpty(YamlNode value) => value is YamlSequence { Items.Count: 0 } or YamlMapping { Values.Count: 0 };
}

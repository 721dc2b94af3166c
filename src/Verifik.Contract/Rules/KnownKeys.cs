using Verifik.Contract.Model;

namespace Verifik.Contract.Rules;

/// <summary>VC0006 and VC0012: every key is a key of OpenAPI that the generator supports.</summary>
internal static class KnownKeys
{
    private const string Extension = "x-";

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var (kind, node) in contract.Objects)
        {
            // For another type of scheme, only the type is reported.
            if (kind == Vocabulary.SecurityScheme && node.Text("type") is not (null or "http"))
            {
                findings.Explain(node, "scheme");
            }

            foreach (var value in node.Values.Where(value => !kind.Keys.ContainsKey(value.Key)))
            {
                var key = value.Key;
                if (IsOff(kind, value) || (kind == Vocabulary.SecurityScheme && node.Text("type") is not (null or "http") && kind.Refusal(key) is not null))
                {
                    continue;
                }

                if (kind.Refusal(key) is { } reason)
                {
                    findings.AddAtKey(Codes.Unsupported, value, $"'{key}' is not supported in {kind.Name}: {reason}");
                    if (key == "content")
                    {
                        findings.Explain(node, "schema");
                    }
                }
                else if (key.StartsWith(Extension, StringComparison.Ordinal))
                {
                    CheckExtension(kind, value, findings);
                }
                else
                {
                    var meant = Suggestion.Nearest(key, kind.Keys.Keys.Where(known => known != "$ref"));
                    findings.AddAtKey(Codes.UnknownKey, value, $"'{key}' is not a key of {kind.Name}{Suggestion.Of(meant)}");
                    if (meant is not null)
                    {
                        findings.Explain(node, meant);
                    }
                }
            }
        }
    }

    // An unsupported flag may be written with its default value, false.
    private static bool IsOff(ObjectKind kind, Yaml.YamlNode value) =>
        kind == Vocabulary.Parameter && value is Yaml.YamlScalar { Key: "allowEmptyValue" or "allowReserved", Kind: Yaml.ScalarKind.Boolean, Text: "false" };

    // Unknown extensions are ignored, unless they are similar to a known one, which is probably a spelling mistake.
    private static void CheckExtension(ObjectKind kind, Yaml.YamlNode value, Findings findings)
    {
        if (Vocabulary.Extensions.Contains(value.Key))
        {
            findings.AddAtKey(Codes.UnknownKey, value, $"'{value.Key}' has no meaning in {kind.Name}");
        }
        else if (Suggestion.Nearest(value.Key, Vocabulary.Extensions) is { } meant)
        {
            findings.AddAtKey(Codes.UnknownKey, value, $"'{value.Key}' is not a key of {kind.Name}{Suggestion.Of(meant)}");
            findings.Explain(value.Parent!, meant);
        }
    }
}

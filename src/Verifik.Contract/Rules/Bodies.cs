using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0025: a body is JSON, and only that, and a request that has one always has it.</summary>
internal static class Bodies
{
    private const string Json = "application/json";

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var body in contract.Of(Vocabulary.RequestBody).Concat(contract.Of(Vocabulary.Response)))
        {
            if (body.TryGet<YamlMapping>("content", out var content))
            {
                CheckContent(content, findings);
            }
        }

        foreach (var body in contract.Of(Vocabulary.RequestBody))
        {
            if (body.Parent!.Key is "get" or "delete")
            {
                findings.AddAtKey(Codes.Body, body, $"A {body.Parent.Key} has no body that servers agree on; use parameters");
            }
            else if (body["required"] is not YamlScalar { Text: "true" })
            {
                findings.AddAtKey(Codes.Body, body, "The body of a request is always sent: write 'required: true'");
            }
        }
    }

    private static void CheckContent(YamlMapping content, Findings findings)
    {
        if (content.Values.Count == 0)
        {
            findings.AddAtKey(Codes.Body, content, $"'content' is empty: write '{Json}', or leave 'content' out");
        }

        foreach (var media in content.Values.Where(media => media.Key != Json))
        {
            findings.Explain(media, "schema");
            findings.Explain(media, "examples");
            findings.AddAtKey(Codes.Body, media, $"'{media.Key}' is not supported; the client writes and reads '{Json}' alone");
        }
    }
}

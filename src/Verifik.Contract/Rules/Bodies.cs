using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0025: a body that the client writes or reads is JSON.</summary>
internal static class Bodies
{
    private const string Bytes = "; write bytes as a base64 string in JSON, 'type: string' with 'format: byte', or leave the operation out and call it with an HttpClient";

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var body in contract.Written(Vocabulary.RequestBody))
        {
            CheckContent(body, findings);
        }

        foreach (var operation in contract.Operations)
        {
            if (operation.Body is not null && operation.Method is "get" or "delete" or "head")
            {
                findings.AddAtKey(Codes.Body, operation.Node["requestBody"]!, $"A {operation.Method} request has no body with defined semantics; use parameters");
            }

            foreach (var (_, response) in operation.Responses.Where(response => ContractOperation.IsSuccess(response.Status)))
            {
                CheckContent(response, findings);
            }
        }
    }

    private static void CheckContent(YamlMapping body, Findings findings)
    {
        if (body["content"] is not YamlMapping content)
        {
            return;
        }

        if (content.Values.Count == 0)
        {
            findings.AddAtKey(Codes.Body, content, "'content' is empty: write 'application/json', or leave 'content' out");
        }

        foreach (var media in content.Values.Where(media => !ContractDocument.IsJson(media.Key)))
        {
            findings.Explain(media, "schema");
            var instead = media.Key switch
            {
                "multipart/form-data" => "; send a file as a base64 string in JSON, 'format: byte'",
                "application/x-www-form-urlencoded" => "; send an object in JSON, or parameters in the query",
                "*/*" or "application/*" => "; write 'application/json' if the server sends JSON",
                _ when media.Key.StartsWith("text/", StringComparison.Ordinal) => "; write text as JSON, 'type: string'",
                "application/octet-stream" or "application/pdf" or "application/zip" => Bytes,
                _ when media.Key.StartsWith("image/", StringComparison.Ordinal) => Bytes,
                _ => "",
            };
            findings.AddAtKey(Codes.Body, media, $"'{media.Key}' is not supported; the client supports 'application/json' only{instead}");
        }

        foreach (var second in content.Values.Where(media => ContractDocument.IsJson(media.Key)).Skip(1))
        {
            findings.AddAtKey(
                Codes.Body,
                second,
                $"'{second.Key}' is a second JSON media type in addition to '{content.Values.First(media => ContractDocument.IsJson(media.Key)).Key}'; a body has one type");
        }
    }
}

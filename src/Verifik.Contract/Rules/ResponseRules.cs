using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0016 and VC0027: an operation says how it succeeds, once, and that every failure is an ApiError.</summary>
internal static class ResponseRules
{
    private const string ErrorSchema = ContractDocument.SchemaPrefix + "ApiError";

    public static void Check(ContractDocument contract, Findings findings)
    {
        foreach (var operation in contract.Of(Vocabulary.Operation))
        {
            if (!operation.TryGet<YamlMapping>("responses", out var responses) || responses.Values.Count == 0)
            {
                findings.AddMissing(Codes.Responses, operation, "responses", "'responses' is missing: say what success looks like, and how the operation fails");
                continue;
            }

            CheckStatuses(responses, findings);
            foreach (var failure in responses.Values.OfType<YamlMapping>().Where(response => !IsSuccess(response.Key)))
            {
                CheckFailure(failure, findings);
            }
        }
    }

    private static void CheckStatuses(YamlMapping responses, Findings findings)
    {
        foreach (var response in responses.Values)
        {
            if (response.Key != "default" && !(response.Key is [>= '2' and <= '5', _, _] && response.Key.All(char.IsAsciiDigit)))
            {
                findings.AddAtKey(Codes.Responses, response, $"'{response.Key}' is not a status that the client can name: write three digits, from 200 on, or 'default'");
            }
        }

        if (!responses.Keys.Any(IsSuccess))
        {
            findings.AddAtKey(Codes.Responses, responses, "No response is a success: write the 2xx");
        }

        var results = responses.Values.OfType<YamlMapping>().Where(response => IsSuccess(response.Key)).ToList();
        foreach (var second in results.Skip(1))
        {
            findings.AddAtKey(Codes.Responses, second, $"'{second.Key}' is a second success beside '{results[0].Key}'; a method returns one type, so an operation succeeds in one way");
        }

        if (!responses.Has("default"))
        {
            findings.AddAtKey(Codes.Responses, responses, "'default' is missing: say what any other failure looks like");
        }
    }

    private static void CheckFailure(YamlMapping response, Findings findings)
    {
        if (!response.TryGet<YamlMapping>("content", out var content))
        {
            findings.AddMissing(Codes.ErrorResponse, response, "content", $"'{response.Key}' has no content; every failure is '{ErrorSchema}'");
            return;
        }

        foreach (var media in content.Values.OfType<YamlMapping>())
        {
            if (media.TryGet<YamlMapping>("schema", out var schema) && schema["$ref"] is YamlScalar reference && reference.Text != ErrorSchema)
            {
                findings.Add(Codes.ErrorResponse, reference, $"A failure is '{ErrorSchema}', not '{reference.Text}': the client's exception carries one type");
            }
        }
    }

    private static bool IsSuccess(string status) => status.StartsWith('2');
}

using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

// Request bodies, responses and errors.
internal sealed partial class LoweredDocument
{
    private void WriteBody(LoweredOperation operation)
    {
        if (operation.Body is not { } body)
        {
            return;
        }

        _json.WriteStartObject("requestBody");
        JsonValues.WriteTexts(_json, operation.Source.Body, "description");
        _json.WriteBoolean("required", operation.IsBodyRequired);
        WriteContent(body, body.Schema.IsNullable);
        _json.WriteEndObject();
        TypeExtension.Write(_json, body, "x-body", operation.IsBodyRequired);
    }

    // Errors are read as ApiError or as raw JSON, so their bodies are not generated.
    private void WriteResponses(LoweredOperation operation)
    {
        _json.WriteStartObject("responses");
        var written = new HashSet<string>();

        // NSwag does not support status ranges; '2XX' is redundant if there is a '200'.
        foreach (var (status, response) in operation.Source.Responses.OrderBy(response => response.Status == "2XX"))
        {
            var isSuccess = ContractOperation.IsSuccess(status);
            var name = isSuccess ? status.Replace('X', '0') : status;
            if (!written.Add(name))
            {
                continue;
            }

            _json.WriteStartObject(name);
            _json.WriteString("description", response.Text("description") ?? "");
            if (isSuccess && operation.Result is { } result)
            {
                WriteContent(result, result.Schema.IsNullable);
            }
            else if (!isSuccess && ContractDocument.SchemaOf(response) is { } failure)
            {
                WriteFailure(failure);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    // A nullable reference must be written as allOf, because keys next to $ref are ignored.
    private void WriteContent(LoweredType type, bool isNullable)
    {
        _json.WriteStartObject("content");
        _json.WriteStartObject("application/json");
        _json.WritePropertyName("schema");
        _schemas.WriteUse(type, isProperty: isNullable);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteFailure(YamlMapping schema)
    {
        _json.WriteStartObject("content");
        _json.WriteStartObject("application/json");
        _json.WriteStartObject("schema");
        if (IsApiError(schema) && _contract.Source.Client.IsSdk)
        {
            _json.WriteString("$ref", "#/components/schemas/ApiError");
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // A status, a class of statuses by its first digit, or 0 for the default; negative if it is declared without
    // details, to exclude it from a wider one.
    private void WriteDetails(LoweredOperation operation)
    {
        var failures = operation.Source.Responses.Where(response => !ContractOperation.IsSuccess(response.Status))
            .Select(response => (response.Status, HasDetails: ContractDocument.SchemaOf(response.Response) is { } schema && !IsApiError(schema))).ToList();
        var detailed = failures.Where(failure => failure.HasDetails).Select(failure => failure.Status).ToList();
        if (detailed.Count > 0)
        {
            var without = failures.Where(failure => !failure.HasDetails).Select(failure => failure.Status)
                .Where(status => detailed.Any(wider => wider != status && (wider == "default" || wider == status[0] + "XX")));
            _json.WriteString("x-details", string.Join(", ", [.. detailed.Select(Digits), .. without.Select(status => "-" + Digits(status))]));
        }
    }

    private static string Digits(string status) => status == "default" ? "0" : status.Replace("XX", "", StringComparison.Ordinal);

    private bool IsApiError(YamlMapping schema) => _contract.Composition.Flatten(schema).Node is { Key: "ApiError", Parent.Key: "schemas" };
}

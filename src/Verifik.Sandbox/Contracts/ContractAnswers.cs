using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>Responds to an operation as declared in the contract: checks its security and its request, and returns its example.</summary>
internal sealed class ContractAnswers(ContractOperation operation, SandboxTokens tokens, Exchange exchange)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RequestCheck _check = new(operation);
    private readonly ContractSecurity _security = new(operation, tokens);
    private readonly Lazy<Answer> _success = new(() => Success(operation));

    public async Task<object> AnswerAsync(HttpRequest request)
    {
        try
        {
            _security.Check(request);
            ThrowIfWrong(await _check.CheckAsync(request));
            return _success.Value;
        }
        catch (Refusal refusal)
        {
            return AsDeclared(exchange.AnswerOf(refusal));
        }
    }

    private void ThrowIfWrong(IReadOnlyList<SchemaViolation> violations)
    {
        if (violations.Any(violation => violation.IsMissing))
        {
            var message = Refusal.Missing(violations.Where(violation => violation.IsMissing).Select(violation => violation.Place));
            throw Refusal.Invalid(operation.Declared(StatusCodes.Status409Conflict, StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity), message);
        }

        if (violations.Count > 0)
        {
            var message = string.Join(". ", violations);
            throw Refusal.Invalid(operation.Declared(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status409Conflict), message);
        }
    }

    // If the contract declares another error schema than Verifik's, its own example is returned.
    private Answer AsDeclared(Answer failure)
    {
        var type = MediaType.Of(operation.ResponseOf(failure.Status));
        var isOther = type is { IsJson: true, Schema: { } schema } && operation.Document.Schemas.CheckReceived(JsonNode.Parse(failure.Body), schema).Count > 0;
        return isOther ? Write(operation, failure.Status, type!) : failure;
    }

    private static Answer Success(ContractOperation operation)
    {
        var (status, response) = operation.Success();
        var answer = MediaType.Of(response) is { } type ? Write(operation, status, type) : new Answer(status, "");
        return answer with { Headers = HeadersOf(operation.Document, response) };
    }

    private static Answer Write(ContractOperation operation, int status, MediaType type)
    {
        var example = new Examples(operation.Document).Received(type);
        if (!type.IsJson)
        {
            return new Answer(status, $"{example}", type.Name.Contains('*') ? "text/plain" : type.Name);
        }

        var violations = type.Schema is { } schema ? operation.Document.Schemas.CheckReceived(example, schema) : [];
        return violations.Count == 0
            ? new Answer(status, example?.ToJsonString(Readable) ?? "null", type.Name.Contains('*') ? "application/json" : type.Name)
            : new Answer(StatusCodes.Status501NotImplemented, new JsonObject
            {
                ["code"] = "NoExample",
                ["message"] = $"{operation.Document.Name}: {operation.Method} {operation.Path} has no example of its {status} that matches its schema, and none could be generated: {string.Join(". ", violations)}. Add one to the contract.",
            }.ToJsonString(Readable));
    }

    private static Dictionary<string, string> HeadersOf(ContractDocument document, JsonObject? response) =>
        (response?["headers"] as JsonObject ?? [])
            .Select(header => (header.Key, Value: document.Resolve(header.Value) is { } node ? new Examples(document).Of(node) : null))
            .Where(header => header.Value is JsonValue && !header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => $"{header.Value}");
}

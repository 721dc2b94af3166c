using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>Checks a request against the contract.</summary>
internal sealed class RequestCheck(ContractOperation operation)
{
    private ContractSchemas Schemas => operation.Document.Schemas;

    /// <summary>Validates the request; empty if it is valid.</summary>
    public async Task<IReadOnlyList<SchemaViolation>> CheckAsync(HttpRequest request) =>
        [.. operation.Parameters.SelectMany(parameter => Check(parameter, request)), .. await CheckBodyAsync(request)];

    private IEnumerable<SchemaViolation> Check(ContractParameter parameter, HttpRequest request)
    {
        // An empty value counts as missing, as in the hand-written operations.
        var values = ValuesOf(parameter, request).Where(value => value.Length > 0).ToList();
        if (values.Count == 0)
        {
            return parameter.IsRequired ? [new SchemaViolation(parameter.Name, "property required", IsMissing: true)] : [];
        }

        if (parameter.Schema is not { } schema)
        {
            return [];
        }

        // A value may be a string or JSON: 5 is a number if the contract requires one.
        var readings = IsList(schema)
            ? Readings([.. values.SelectMany(value => parameter.Separator is { } separator ? value.Split(separator) : [value])])
            : values.Count == 1 ? new[] { JsonValue.Create(values[0]), AsJson(values[0]) } : Readings(values);
        var violations = readings.Select(reading => Schemas.CheckSent(reading, schema)).ToList();
        if (violations.Exists(reading => reading.Count == 0))
        {
            return [];
        }

        // The violations of the reading with the right type are the most useful.
        var best = violations.Find(reading => !reading.Any(violation => violation.Reason.EndsWith(" expected", StringComparison.Ordinal))) ?? violations[^1];
        return best.Select(violation => violation with { Place = parameter.Name, IsMissing = false }).Distinct();
    }

    private static IEnumerable<string> ValuesOf(ContractParameter parameter, HttpRequest request) => parameter.In switch
    {
        "path" => [$"{request.RouteValues[ContractPath.NameOf(parameter.Name)]}"],
        "header" => request.Headers[parameter.Name].OfType<string>(),
        "cookie" => [request.Cookies[parameter.Name] ?? ""],
        _ => request.Query[parameter.Name].OfType<string>(),
    };

    private static IEnumerable<JsonNode?> Readings(List<string> values) =>
        [new JsonArray([.. values.Select(value => JsonValue.Create(value))]), new JsonArray([.. values.Select(AsJson)])];

    private static JsonNode? AsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private bool IsList(JsonObject schema) =>
        operation.Document.Resolve(schema) is { } found
        && ($"{found["type"]}" == "array" || (found["allOf"] as JsonArray ?? []).OfType<JsonObject>().Any(IsList));

    private async Task<IReadOnlyList<SchemaViolation>> CheckBodyAsync(HttpRequest request)
    {
        if (MediaType.Of(operation.Body) is not { } type)
        {
            return [];
        }

        if (request.Body.Length == 0)
        {
            return operation.IsBodyRequired ? [new SchemaViolation("body", "property required", IsMissing: true)] : [];
        }

        if (!type.IsJson || type.Schema is not { } schema)
        {
            return [];
        }

        if (!request.HasJsonContentType())
        {
            return [new SchemaViolation("Content-Type", $"must be {type.Name}", IsMissing: false)];
        }

        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Schemas.CheckSent(body, schema);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // The second exception is for a duplicate property, the third for invalid Unicode.
            return [new SchemaViolation("", "The body is not JSON.", IsMissing: false)];
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>Checks a request against the contract.</summary>
internal sealed class RequestCheck(ContractOperation operation)
{
    private ContractSchemas Schemas => operation.Document.Schemas;

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public async Task<IReadOnlyList<Misfit>> CheckAsync(HttpRequest request) =>
        [.. operation.Parameters.SelectMany(parameter => Check(parameter, request)), .. await CheckBodyAsync(request)];

    private IEnumerable<Misfit> Check(ContractParameter parameter, HttpRequest request)
    {
        // A value that is empty counts as absent, as with the operations that are written by hand.
        var values = ValuesOf(parameter, request).Where(value => value.Length > 0).ToList();
        if (values.Count == 0)
        {
            return parameter.IsRequired ? [new Misfit(parameter.Name, "property required", IsMissing: true)] : [];
        }

        if (parameter.Schema is not { } schema)
        {
            return [];
        }

        // A text may stand for itself or for what it is as JSON: 5 is a number where the contract wants one.
        var readings = IsList(schema)
            ? Readings([.. values.SelectMany(value => parameter.Separator is { } separator ? value.Split(separator) : [value])])
            : values.Count == 1 ? new[] { JsonValue.Create(values[0]), AsJson(values[0]) } : Readings(values);
        var misfits = readings.Select(reading => Schemas.CheckSent(reading, schema)).ToList();
        if (misfits.Exists(reading => reading.Count == 0))
        {
            return [];
        }

        // The reading of the right type says best what is wrong.
        var told = misfits.Find(reading => !reading.Any(misfit => misfit.Reason.EndsWith(" expected", StringComparison.Ordinal))) ?? misfits[^1];
        return told.Select(misfit => misfit with { Place = parameter.Name, IsMissing = false }).Distinct();
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

    private async Task<IReadOnlyList<Misfit>> CheckBodyAsync(HttpRequest request)
    {
        if (MediaType.Of(operation.Body) is not { } type)
        {
            return [];
        }

        if (request.Body.Length == 0)
        {
            return operation.IsBodyRequired ? [new Misfit("body", "property required", IsMissing: true)] : [];
        }

        if (!type.IsJson || type.Schema is not { } schema)
        {
            return [];
        }

        if (!request.HasJsonContentType())
        {
            return [new Misfit("Content-Type", $"must be {type.Name}", IsMissing: false)];
        }

        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Schemas.CheckSent(body, schema);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // The second: a property twice. The third: text that is no Unicode.
            return [new Misfit("", "The body is not JSON.", IsMissing: false)];
        }
    }
}

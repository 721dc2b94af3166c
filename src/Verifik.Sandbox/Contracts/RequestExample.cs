using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>An example request to an operation, with the contract's examples: required parameters, and those that have an example.</summary>
internal sealed class RequestExample
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private RequestExample(string method, string path)
    {
        Method = method;
        Path = path;
    }

    public string Method { get; }

    /// <summary>The path with its query, escaped.</summary>
    public string Path { get; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>The body and its media type, or null if there is none.</summary>
    public required (string Type, string Text)? Body { get; init; }

    /// <summary>Whether it needs an access token.</summary>
    public required bool NeedsToken { get; init; }

    public static RequestExample Of(ContractOperation operation)
    {
        var examples = new Examples(operation.Document);
        var used = operation.Parameters.Where(parameter => parameter.IsRequired || parameter.Node.ContainsKey("example")).ToLookup(parameter => parameter.In);
        var path = ContractPath.Filled(operation.Path, name => used["path"].FirstOrDefault(parameter => parameter.Name == name) is { } parameter ? Texts(parameter).FirstOrDefault("") : name);
        var query = QueryString.Create(used["query"].SelectMany(parameter => Texts(parameter).Select(value => KeyValuePair.Create(parameter.Name, (string?)value))));
        var body = MediaType.Of(operation.Body);
        return new RequestExample(operation.Method, path + query)
        {
            Headers = [.. used["header"].Select(parameter => (parameter.Name, string.Join(',', Texts(parameter))))],
            Body = body is null ? null : (body.Name, body.IsJson ? examples.Sent(body)?.ToJsonString(Readable) ?? "null" : $"{examples.Sent(body)}"),
            NeedsToken = operation.Security.Count > 0 && !operation.Security.Any(alternative => alternative is JsonObject { Count: 0 }),
        };

        IEnumerable<string> Texts(ContractParameter parameter) => (examples.Of(parameter.Node), parameter.Separator) switch
        {
            (JsonArray items, null) => items.Select(item => $"{item}"),
            (JsonArray items, { } separator) => [string.Join(separator, items.Select(item => $"{item}"))],
            var (value, _) => [$"{value}"],
        };
    }

    /// <summary>The request as a curl command, with the token in an environment variable.</summary>
    public string ToCurl(Uri server)
    {
        var parts = new List<string> { $"{(Method == "GET" ? "curl" : $"curl -X {Method}")} {Quoted(new Uri(server, Path).AbsoluteUri)}" };
        if (NeedsToken)
        {
            parts.Add("-H \"Authorization: Bearer $VERIFIK_TOKEN\"");
        }

        parts.AddRange(Headers.Select(header => $"-H {Quoted($"{header.Name}: {header.Value}")}"));
        if (Body is { } body)
        {
            parts.Add($"-H {Quoted($"Content-Type: {body.Type}")}");
            parts.Add($"-d {Quoted(body.Text)}");
        }

        return string.Join(" \\\n  ", parts);
    }

    // Single quotes prevent the shell from interpreting the text.
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Writes the lowered contract as a plain OpenAPI 3.0 document, from which NSwag generates. It holds what becomes code
/// or documentation of it, and nothing else: lowering it again changes no byte.
/// </summary>
internal sealed class LoweredDocument
{
    private readonly LoweredContract _contract;
    private readonly Utf8JsonWriter _json;
    private readonly LoweredSchemas _schemas;

    private LoweredDocument(LoweredContract contract, Utf8JsonWriter json)
    {
        _contract = contract;
        _json = json;
        _schemas = new LoweredSchemas(contract.Composition, json);
    }

    public static string Write(LoweredContract contract)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new LoweredDocument(contract, json).Write();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private void Write()
    {
        var root = _contract.Source.Root;
        _json.WriteStartObject();
        _json.WriteString("openapi", "3.0.3");
        _json.WriteStartObject("info");
        JsonValues.WriteTexts(_json, root["info"] as YamlMapping, "title", "version");
        _json.WriteEndObject();
        if (root["servers"] is { } servers)
        {
            _json.WritePropertyName("servers");
            JsonValues.Write(_json, servers);
        }

        WritePaths();
        WriteComponents();
        _json.WriteEndObject();
    }

    private void WritePaths()
    {
        _json.WriteStartObject("paths");
        foreach (var path in _contract.Operations.GroupBy(operation => operation.Source.Node.Parent))
        {
            _json.WriteStartObject(path.Key!.Key);
            foreach (var operation in path)
            {
                WriteOperation(operation);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteOperation(LoweredOperation operation)
    {
        var node = operation.Source.Node;
        _json.WriteStartObject(operation.Source.Method);
        _json.WriteString("operationId", operation.Name);
        JsonValues.WriteTexts(_json, node, "summary", "description");
        if (node["deprecated"] is YamlScalar { Text: "true" })
        {
            _json.WriteBoolean("deprecated", true);
        }

        _json.WritePropertyName("security");
        JsonValues.Write(_json, operation.Source.Security ?? new YamlSequence(node.Position));
        if (operation.Parameters.Count > 0)
        {
            _json.WriteStartArray("parameters");
            foreach (var parameter in operation.Parameters)
            {
                WriteParameter(parameter);
            }

            _json.WriteEndArray();
        }

        WriteBody(operation);
        WriteResponses(operation);
        if (operation.Result is { } result)
        {
            TypeExtension.Write(_json, result, "x-result", isRequired: true);
        }

        WriteDetails(operation);
        _json.WriteEndObject();
    }

    private void WriteParameter(LoweredParameter parameter)
    {
        _json.WriteStartObject();
        _json.WriteString("name", parameter.WireName);
        _json.WriteString("in", parameter.In);
        JsonValues.WriteTexts(_json, parameter.Node, "description");
        _json.WriteBoolean("required", parameter.IsRequired);
        if (parameter.Node["deprecated"] is YamlScalar { Text: "true" })
        {
            _json.WriteBoolean("deprecated", true);
        }

        if (parameter.Type.Kind == TypeKind.List)
        {
            _json.WriteString("style", parameter.Style);
            _json.WriteBoolean("explode", parameter.Explodes);
        }

        _json.WritePropertyName("schema");
        _schemas.WriteUse(parameter.Type, isProperty: false);
        _json.WriteString("x-originalName", parameter.Name);
        TypeExtension.Write(_json, parameter);
        _json.WriteEndObject();
    }

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

    // A failure is read as ApiError or kept as it came, so its body is no part of the code.
    private void WriteResponses(LoweredOperation operation)
    {
        _json.WriteStartObject("responses");
        var written = new HashSet<string>();
        foreach (var (status, response) in operation.Source.Responses.OrderBy(response => response.Status.EndsWith("XX", StringComparison.Ordinal) && ContractOperation.IsSuccess(response.Status)))
        {
            // NSwag knows no range of successes; beside a '200', '2XX' says nothing more.
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

    // Beside a reference, only allOf has a place for what says that it may be null.
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
        if (IsApiError(schema))
        {
            _json.WriteString("$ref", "#/components/schemas/ApiError");
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // A status or a class of them by its first digit, 0 for any other; negative where it is declared without details, so
    // that a wider one does not count for it.
    private void WriteDetails(LoweredOperation operation)
    {
        var failures = operation.Source.Responses.Where(response => !ContractOperation.IsSuccess(response.Status))
            .Select(response => (response.Status, HasDetails: ContractDocument.SchemaOf(response.Response) is { } schema && !IsApiError(schema))).ToList();
        var detailed = failures.Where(failure => failure.HasDetails).Select(failure => failure.Status).ToList();
        if (detailed.Count > 0)
        {
            var without = failures.Where(failure => !failure.HasDetails && detailed.Any(wider => wider != failure.Status && (wider == "default" || wider == failure.Status[0] + "XX"))).Select(failure => failure.Status);
            _json.WriteString("x-details", string.Join(", ", [.. detailed.Select(Digits), .. without.Select(status => "-" + Digits(status))]));
        }
    }

    private static string Digits(string status) => status == "default" ? "0" : status.Replace("XX", "", StringComparison.Ordinal);

    private bool IsApiError(YamlMapping schema) => _contract.Composition.Flatten(schema).Node is { Key: "ApiError", Parent.Key: "schemas" };

    private void WriteComponents()
    {
        _json.WriteStartObject("components");
        _json.WriteStartObject("schemas");
        foreach (var type in _contract.Types)
        {
            _schemas.WriteType(type);
        }

        _json.WriteEndObject();
        if (_contract.Source.Section("securitySchemes").Count > 0)
        {
            _json.WritePropertyName("securitySchemes");
            JsonValues.Write(_json, ((YamlMapping)_contract.Source.Root["components"]!)["securitySchemes"]!);
        }

        _json.WriteEndObject();
    }
}

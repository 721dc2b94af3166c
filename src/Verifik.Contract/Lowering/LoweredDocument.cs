using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Writes the lowered contract as a plain OpenAPI 3.0 document, the input of NSwag. It contains only what becomes code
/// or documentation. Lowering is idempotent.
/// </summary>
internal sealed partial class LoweredDocument
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

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
    // What a schema may say beside its type, in the order in which it is written.
    private static readonly string[] Constraints =
    [
        "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems",
    ];

    private static readonly string[] OfThePlace = ["nullable", "readOnly", "writeOnly", "deprecated", "default", "x-secret"];

    private readonly LoweredContract _contract;
    private readonly Utf8JsonWriter _json;

    private LoweredDocument(LoweredContract contract, Utf8JsonWriter json)
    {
        _contract = contract;
        _json = json;
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
        WriteTexts(root["info"] as YamlMapping, "title", "version");
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
        WriteTexts(node, "summary", "description");
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
        WriteTexts(parameter.Node, "description");
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
        WriteUse(parameter.Type, isProperty: false);
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
        WriteTexts(operation.Source.Body, "description");
        _json.WriteBoolean("required", operation.IsBodyRequired);
        WriteContent(body);
        _json.WriteEndObject();
        TypeExtension.Write(_json, body, "x-body", operation.IsBodyRequired);
    }

    // A failure is read as ApiError or kept as it came, so its body is no part of the code.
    private void WriteResponses(LoweredOperation operation)
    {
        _json.WriteStartObject("responses");
        var hasSuccess = false;
        foreach (var (status, response) in operation.Source.Responses)
        {
            var isSuccess = ContractOperation.IsSuccess(status);
            _json.WriteStartObject(isSuccess ? status.Replace('X', '0') : status);
            _json.WriteString("description", response.Text("description") ?? "");
            if (isSuccess && !hasSuccess && operation.Result is { } result)
            {
                WriteContent(result);
            }
            else if (!isSuccess && ContractDocument.SchemaOf(response) is { } failure)
            {
                WriteFailure(failure);
            }

            hasSuccess |= isSuccess;
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteContent(LoweredType type)
    {
        _json.WriteStartObject("content");
        _json.WriteStartObject("application/json");
        _json.WritePropertyName("schema");
        WriteUse(type, isProperty: false);
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

    private void WriteDetails(LoweredOperation operation)
    {
        var statuses = operation.Source.Responses
            .Where(response => !ContractOperation.IsSuccess(response.Status) && ContractDocument.SchemaOf(response.Response) is { } schema && !IsApiError(schema))
            .Select(response => response.Status).ToList();
        if (statuses.Count > 0)
        {
            _json.WriteString("x-details", string.Join(", ", statuses.Select(status => status == "default" ? "0" : status.Replace("XX", "", StringComparison.Ordinal))));
        }
    }

    private bool IsApiError(YamlMapping schema) => _contract.Composition.Flatten(schema).Node is { Key: "ApiError", Parent.Key: "schemas" };

    private void WriteComponents()
    {
        _json.WriteStartObject("components");
        _json.WriteStartObject("schemas");
        foreach (var type in _contract.Types)
        {
            _json.WriteStartObject(type.Name);
            WriteTexts(type.Node, "description");
            if (type.Kind == TypeKind.Enum)
            {
                WriteEnum(type);
            }
            else
            {
                WriteObject(type);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        if (_contract.Source.Section("securitySchemes").Count > 0)
        {
            _json.WritePropertyName("securitySchemes");
            JsonValues.Write(_json, ((YamlMapping)_contract.Source.Root["components"]!)["securitySchemes"]!);
        }

        _json.WriteEndObject();
    }

    private void WriteEnum(NamedType type)
    {
        _json.WriteString("type", "string");
        if (type.Schema.Is("deprecated"))
        {
            _json.WriteBoolean("deprecated", true);
        }

        var members = EnumMembers.Of(type.Schema).Select(member => (member.Value.Text, Name: member.Name ?? "")).ToList();
        _json.WriteStartArray("enum");
        members.ForEach(member => _json.WriteStringValue(member.Text));
        _json.WriteEndArray();
        _json.WriteStartArray("x-enumNames");
        members.ForEach(member => _json.WriteStringValue(member.Name));
        _json.WriteEndArray();
        _json.WriteStartArray("x-members");
        foreach (var (text, name) in members)
        {
            _json.WriteStartObject();
            _json.WriteString("name", name);
            _json.WriteString("value", text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteObject(NamedType type)
    {
        _json.WriteString("type", "object");
        if (type.Schema.Is("deprecated"))
        {
            _json.WriteBoolean("deprecated", true);
        }

        if (type.IsWritten && !type.IsRead)
        {
            _json.WriteBoolean("additionalProperties", false);
        }

        var members = type.Members.ToList();
        if (members.Any(member => member.IsRequired))
        {
            _json.WriteStartArray("required");
            members.Where(member => member.IsRequired).ToList().ForEach(member => _json.WriteStringValue(member.Node.Key));
            _json.WriteEndArray();
        }

        if (members.Count > 0)
        {
            _json.WriteStartObject("properties");
            foreach (var member in members)
            {
                _json.WriteStartObject(member.Node.Key);
                WriteDescription(member.Type);
                WriteUseInside(member.Type, isProperty: true);
                _json.WriteString("x-csharp-name", member.Name);
                TypeExtension.Write(_json, member, type);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
        }

        if (type.IsWritten)
        {
            _json.WriteBoolean("x-writes", true);
        }

        if (type.IsRead)
        {
            _json.WriteBoolean("x-reads", true);
        }
    }

    private void WriteUse(LoweredType type, bool isProperty)
    {
        _json.WriteStartObject();
        WriteUseInside(type, isProperty);
        _json.WriteEndObject();
    }

    private void WriteUseInside(LoweredType type, bool isProperty)
    {
        var schema = type.Schema;
        if (type.Declared is { } declared)
        {
            WriteReference(declared.Name, isProperty);
        }
        else
        {
            WriteInline(type);
        }

        if (type.Declared is not null && !isProperty)
        {
            return;
        }

        foreach (var (key, value) in OfThePlace.Where(schema.Has).Select(key => (key, schema[key]!)))
        {
            if (value is not YamlScalar { Kind: ScalarKind.Boolean, Text: "false" } || key == "default")
            {
                _json.WritePropertyName(key);
                JsonValues.Write(_json, value);
            }
        }
    }

    // A reader of OpenAPI 3.0 ignores what stands beside a bare reference.
    private void WriteReference(string name, bool isProperty)
    {
        if (isProperty)
        {
            _json.WriteStartArray("allOf");
            _json.WriteStartObject();
        }

        _json.WriteString("$ref", "#/components/schemas/" + name);
        if (isProperty)
        {
            _json.WriteEndObject();
            _json.WriteEndArray();
        }
    }

    private void WriteInline(LoweredType type)
    {
        var schema = type.Schema;
        var written = type.Kind == TypeKind.Map ? "object" : type.Kind == TypeKind.Any ? null : schema.Type;
        if (written is not null)
        {
            _json.WriteString("type", written);
        }

        if (type.Kind != TypeKind.Any && schema.Text("format") is { } format)
        {
            _json.WriteString("format", format);
        }

        if (type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal && schema["enum"] is { } values)
        {
            _json.WritePropertyName("enum");
            JsonValues.Write(_json, values);
        }

        foreach (var key in Constraints.Where(key => type.Kind != TypeKind.Any && schema.Has(key)))
        {
            _json.WritePropertyName(key);
            JsonValues.Write(_json, schema[key]!);
        }

        if (type.Item is { } item)
        {
            _json.WritePropertyName(type.Kind == TypeKind.List ? "items" : "additionalProperties");
            WriteUse(item, isProperty: false);
        }
    }

    private void WriteTexts(YamlMapping? node, params string[] keys)
    {
        foreach (var key in keys)
        {
            WriteTexts(node?[key]);
        }
    }

    private void WriteDescription(LoweredType type)
    {
        var own = type.Schema.Text("description")?.TrimEnd() ?? "";
        var alternatives = type.Kind == TypeKind.Any ? string.Join("; ", type.Schema.Alternatives.Select(Describe)) : "";
        var text = alternatives.Length == 0 ? type.Schema.Text("description") : $"{own}{(own.Length > 0 ? "\n" : "")}One of: {alternatives}.";
        if (text is not null)
        {
            _json.WriteString("description", text);
        }
    }

    private string Describe(YamlMapping alternative)
    {
        var schema = _contract.Composition.Flatten(alternative);
        return schema.Node.Parent?.Key == "schemas" ? schema.Node.Key : schema.Text("description")?.TrimEnd('.', ' ', '\n') ?? schema.Type ?? "anything";
    }

    private void WriteTexts(YamlNode? value)
    {
        if (value is YamlScalar { Kind: ScalarKind.Text } text)
        {
            _json.WriteString(value.Key, text.Text);
        }
    }
}

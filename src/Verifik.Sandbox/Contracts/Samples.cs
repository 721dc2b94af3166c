using System.Globalization;
using System.Text.Json.Nodes;

namespace Verifik.Sandbox.Contracts;

/// <summary>
/// Generates a value that matches a schema: its example, its default, its first enumeration value, or the smallest
/// value of its type. Deterministic.
/// </summary>
/// <param name="document">The document for resolving references.</param>
/// <param name="left">The key of the properties that are omitted: <c>readOnly</c> or <c>writeOnly</c>.</param>
internal sealed class Samples(ContractDocument document, string left)
{
    private readonly Stack<JsonObject> _open = new();

    public JsonNode? Of(JsonNode? node) => document.Resolve(node) is not { } schema || _open.Contains(schema) ? null : Opened(schema);

    private JsonNode? Opened(JsonObject schema)
    {
        _open.Push(schema);
        try
        {
            return Given(schema) is { } given ? given.Value?.DeepClone() : Made(schema);
        }
        finally
        {
            _open.Pop();
        }
    }

    private static (JsonNode? Value, bool IsGiven)? Given(JsonObject schema) =>
        schema.TryGetPropertyValue("example", out var example) ? (example, true)
        : schema["examples"] is JsonArray { Count: > 0 } examples ? (examples[0], true)
        : schema.TryGetPropertyValue("const", out var constant) ? (constant, true)
        : schema["default"] is { } standard ? (standard, true)
        : schema["enum"] is JsonArray { Count: > 0 } values ? (values.FirstOrDefault(value => value is not null), true)
        : null;

    private JsonNode? Made(JsonObject schema)
    {
        if (schema["allOf"] is JsonArray { Count: > 0 } all)
        {
            return Merged(all.Append(Without(schema, "allOf")));
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } alternatives)
        {
            return alternatives.Select(Of).FirstOrDefault(value => value is not null);
        }

        return TypeOf(schema) switch
        {
            "object" => Object(schema),
            "array" => Array(schema),
            "integer" => Number(schema, step: 1),
            "number" => Number(schema, step: 0.5m),
            "boolean" => true,
            "string" or null => SampleText.Of(schema),
            _ => null,
        };
    }

    // The keys next to a composition are merged with its parts.
    private static JsonObject Without(JsonObject schema, string name)
    {
        var rest = (JsonObject)schema.DeepClone();
        rest.Remove(name);
        return rest;
    }

    private JsonNode? Merged(IEnumerable<JsonNode?> parts)
    {
        JsonNode? merged = null;
        foreach (var value in parts.Select(Of))
        {
            if (merged is JsonObject properties && value is JsonObject more)
            {
                foreach (var (name, item) in more)
                {
                    properties[name] = item?.DeepClone();
                }
            }
            else
            {
                merged ??= value;
            }
        }

        return merged;
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => $"{type}").FirstOrDefault(type => type != "null"),
        { } type => $"{type}",
        null when schema.ContainsKey("properties") || schema.ContainsKey("additionalProperties") => "object",
        null => null,
    };

    // Circular properties are omitted.
    private JsonObject Object(JsonObject schema)
    {
        var made = new JsonObject();
        var required = (schema["required"] as JsonArray ?? []).Select(name => $"{name}").ToHashSet();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (property is JsonObject && property[left]?.ToString() != "true" && (Of(property) is var value && (value is not null || required.Contains(name))))
            {
                made[name] = value;
            }
        }

        if (made.Count == 0 && Of(schema["additionalProperties"]) is { } entry)
        {
            made["key"] = entry;
        }

        return made;
    }

    private JsonArray Array(JsonObject schema)
    {
        var count = schema["minItems"] is JsonValue minimum ? Math.Max(1, int.Parse(minimum.ToString(), CultureInfo.InvariantCulture)) : 1;
        return Of(schema["items"]) is { } item ? new JsonArray([.. Enumerable.Range(0, count).Select(_ => item.DeepClone())]) : [];
    }

    private static JsonValue Number(JsonObject schema, decimal step)
    {
        var value = Bound("exclusiveMinimum") + step ?? (IsStrict("exclusiveMinimum") ? Bound("minimum") + step : Bound("minimum"))
            ?? Bound("exclusiveMaximum") - step ?? (IsStrict("exclusiveMaximum") ? Bound("maximum") - step : Bound("maximum")) ?? 1;
        var factor = Bound("multipleOf") is > 0 and { } multiple ? multiple : 0;
        value = factor > 0 ? Math.Ceiling(value / factor) * factor : value;
        return value == Math.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? JsonValue.Create((long)value) : JsonValue.Create(value);

        bool IsStrict(string name) => schema[name]?.ToString() == "true";
        decimal? Bound(string name) => decimal.TryParse(schema[name]?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound : null;
    }
}

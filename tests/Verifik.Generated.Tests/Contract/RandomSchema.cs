using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A schema of everything that the contract language has, and a value that fits it.</summary>
/// <param name="Schema">The schema, as JSON.</param>
/// <param name="Value">A value of it.</param>
internal sealed record RandomSchema(JToken Schema, JToken Value)
{
    private static readonly string[] Names =
    [
        "_id", "__v", "first_name", "class", "type", "value", "name", "reader", "item", "date", "soat", "string", "año", "x-ray", "is2FA", "URL", "updatedAt", "event", "default", "body", "writer", "misfit",
    ];

    private static readonly Gen<RandomSchema> Scalar = Gen.OneOf(
        Of("""{ "type": "string" }""", "text \"quoted\"", "12", "2024-05-29T03:41:27Z"),
        Of("""{ "type": "string", "minLength": 2, "maxLength": 5 }""", "abc"),
        Of("""{ "type": "string", "pattern": "^[A-Z]{3}\"?$" }""", "ABC", "ABC\""),
        Of("""{ "type": "string", "format": "uuid" }""", "4e2a1c57-9ac5-4d5e-8f5c-0a7c1b2d3e4f"),
        Of("""{ "type": "string", "format": "uri", "nullable": true }""", "https://verifik.co/a?b=c", null),
        Of("""{ "type": "string", "format": "date-time" }""", "2024-05-29T03:41:27.009+00:00", "2024-05-29T03:41:27-05:00"),
        Of("""{ "type": "string", "format": "date" }""", "2024-02-29"),
        Of("""{ "type": "string", "format": "byte" }""", "AAEC/w==", "AA=="),
        Of("""{ "allOf": [{ "type": "string", "maxLength": 9 }, { "type": "string", "maxLength": 4, "minLength": 1 }] }""", "abcd"),
        Of("""{ "type": "integer" }""", 9007199254740993L, -1L),
        Of("""{ "type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true, "maximum": 10, "multipleOf": 5 }""", 5L, 10L),
        Of("""{ "type": "integer", "enum": [1, 2, 3] }""", 2L),
        Of("""{ "type": "number" }""", 1.5, 0.1, 1e20),
        Of("""{ "type": "number", "format": "float", "minimum": 0.5, "maximum": 1, "exclusiveMaximum": true }""", 0.5),
        Of("""{ "type": "number", "format": "decimal", "multipleOf": 0.01 }""", 344730.5, 0.01),
        Of("""{ "type": "boolean" }""", true, false),
        Of("""{ "type": "boolean", "nullable": true, "deprecated": true }""", true, null),
        Of("""{ "type": "string", "enum": ["CC", "in-progress", "v2", "a.b"] }""", "CC", "in-progress"),
        Of("""{ "type": "string", "enum": ["", "+", "\"\\"], "x-enumNames": ["None", "Plus", "Quote"] }""", "+", "\"\\"),
        Of("""{ "$ref": "#/components/schemas/RandomKind" }""", "first", "second"),
        Of("""{ "$ref": "#/components/schemas/RandomText" }""", "abc"),
        Of("""{ "$ref": "#/components/schemas/RandomLeaf" }""", JObject.Parse("""{ "leafId": "a" }""")),
        Of("""{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/RandomLeaf" }], "description": "A leaf." }""", JObject.Parse("""{ "leafId": "a", "kind": "first" }"""), null),
        Of("""{ "$ref": "#/components/schemas/RandomTree" }""", JObject.Parse("""{ "children": [{ "children": [] }], "parent": { } }""")),
        Of("""{ "type": "object" }""", JObject.Parse("""{ "a": 1, "b": [true] }"""), new JObject()),
        Of("""{ }""", JObject.Parse("""{ "a": "2024-05-29T03:41:27Z" }"""), "text", 1L, new JArray(1, "a")));

    /// <summary>A value that is a property of something: in a response, it may be one of several types.</summary>
    public static Gen<RandomSchema> Property(bool isResponse) => Nested(isResponse, depth: 3);

    /// <summary>An object with properties, some of them required.</summary>
    public static Gen<RandomSchema> Object(bool isResponse) => ObjectOf(Nested(isResponse, depth: 2));

    /// <summary>The value of a parameter, or a list of them.</summary>
    public static Gen<RandomSchema> Parameter(bool canBeList) => Scalar
        .Where(scalar => scalar.Value is JValue { Value: not (null or "") } && scalar.Schema["nullable"] is null && scalar.Schema is JObject { Count: > 0 } && !scalar.Schema.ToString().Contains("RandomLeaf", StringComparison.Ordinal))
        .Select(Gen.Int[0, 2], (scalar, list) => canBeList && list == 0 ? new RandomSchema(new JObject { ["type"] = "array", ["items"] = scalar.Schema, ["maxItems"] = 9 }, new JArray(scalar.Value, scalar.Value)) : scalar);

    private static Gen<RandomSchema> Nested(bool isResponse, int depth)
    {
        if (depth == 0)
        {
            return Scalar;
        }

        var deeper = Nested(isResponse, depth - 1);
        return Gen.Frequency(
            (8, Scalar),
            (2, deeper.Where(item => item.Value.Type != JTokenType.Null && (isResponse || item.Schema["nullable"] is null)).Select(Gen.Int[0, 2], (item, count) => new RandomSchema(
                new JObject { ["type"] = "array", ["items"] = item.Schema }, new JArray(Enumerable.Repeat(item.Value, count))))),
            (1, deeper.Where(item => item.Value.Type != JTokenType.Null && (isResponse || item.Schema["nullable"] is null)).Select(Gen.Int[1, 2], (item, count) => new RandomSchema(
                new JObject { ["type"] = "object", ["additionalProperties"] = item.Schema }, new JObject(Enumerable.Range(0, count).Select(index => new JProperty($"key {index}", item.Value)))))),
            (2, ObjectOf(deeper)),
            (1, ObjectOf(deeper).Select(part => new RandomSchema(
                new JObject { ["allOf"] = new JArray(JObject.Parse("""{ "$ref": "#/components/schemas/RandomLeaf" }"""), part.Schema) }, With(part.Value, "leafId", "a")))),
            (isResponse ? 1 : 0, deeper.Where(other => other.Value.Type != JTokenType.Null).Select(other => new RandomSchema(new JObject { ["oneOf"] = new JArray(JObject.Parse("""{ "type": "string" }"""), other.Schema) }, other.Value))));
    }

    private static Gen<RandomSchema> ObjectOf(Gen<RandomSchema> property) =>
        Gen.Select(Gen.Shuffle(Names, 0, 5), property.Array[5], Gen.Bool.Array[5], Gen.Bool.Array[5]).Select((names, properties, required, present) =>
        {
            var (schemas, value) = (new JObject(), new JObject());
            foreach (var (index, name) in names.Index())
            {
                schemas[name] = properties[index].Schema;
                if (required[index] || present[index])
                {
                    value[name] = properties[index].Value;
                }
            }

            var schema = new JObject { ["type"] = "object", ["properties"] = schemas };
            // What is required is never null, unless its schema says so.
            var all = names.Where((_, index) => required[index]).ToArray<object>();
            if (all.Length > 0)
            {
                schema["required"] = new JArray(all);
            }

            return new RandomSchema(schema, value);
        });

    private static JObject With(JToken value, string name, string text)
    {
        var copy = (JObject)value.DeepClone();
        copy[name] = text;
        return copy;
    }

    private static Gen<RandomSchema> Of(string schema, params object?[] values) =>
        Gen.Int[0, values.Length - 1].Select(index => values[index]).Select(value => new RandomSchema(JObject.Parse(schema), value as JToken ?? new JValue(value)));
}

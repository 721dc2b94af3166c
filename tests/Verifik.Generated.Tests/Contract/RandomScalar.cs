using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>Values without parts, of every type and format, and what components name.</summary>
internal static class RandomScalar
{
    public static Gen<RandomSchema> Any { get; } = Gen.OneOf(
        Of("""{ "type": "string" }""", "text \"quoted\"", "12", "2024-05-29T03:41:27Z", "", "a/b c+d&é", "/Date(1)/"),
        Of("""{ "type": "string", "minLength": 2, "maxLength": 5 }""", "abc", "😀😀😀😀😀"),
        Of("""{ "type": "string", "pattern": "^[A-Z]{3}\"?$" }""", "ABC", "ABC\""),
        Of("""{ "type": "string", "pattern": "^\\d\\w\\s\\S$" }""", "1a b"),
        Of("""{ "type": "string", "format": "uuid" }""", "4e2a1c57-9ac5-4d5e-8f5c-0a7c1b2d3e4f"),
        Of("""{ "type": "string", "format": "uri", "nullable": true }""", "https://verifik.co/a?b=c", null),
        Of("""{ "type": "string", "format": "date-time" }""", "2024-05-29T03:41:27.009+00:00", "2024-05-29T03:41:27-05:00"),
        Of("""{ "type": "string", "format": "date-time", "nullable": true }""", "2024-05-29T03:41:27.1234567Z", null),
        Of("""{ "type": "string", "format": "date" }""", "2024-02-29"),
        Of("""{ "type": "string", "format": "date", "nullable": true }""", "0001-01-01", null),
        Of("""{ "type": "string", "format": "byte" }""", "AAEC/w==", "AA==", "+/+/"),
        Of("""{ "type": "string", "format": "byte", "nullable": true }""", "AA==", null),
        Of("""{ "allOf": [{ "type": "string", "maxLength": 9 }, { "type": "string", "maxLength": 4, "minLength": 1 }] }""", "abcd"),
        Of("""{ "type": "integer" }""", 9007199254740993L, -1L),
        Of("""{ "type": "integer", "nullable": true }""", 1L, null),
        Of("""{ "type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true, "maximum": 10, "multipleOf": 5 }""", 5L, 10L),
        Of("""{ "type": "integer", "enum": [1, 2, 3] }""", 2L),
        Of("""{ "type": "integer", "enum": [7] }""", 7L),
        Of("""{ "type": "number" }""", 1.5, 0.1, 1e20),
        Of("""{ "type": "number", "format": "float", "minimum": 0.5, "maximum": 1, "exclusiveMaximum": true }""", 0.5),
        Of("""{ "type": "number", "format": "decimal", "multipleOf": 0.01 }""", 344730.5m, 0.01m),
        Of("""{ "type": "number", "format": "decimal", "nullable": true }""", 0.1234567890123456789m, 7922816251426433759354395033m, null),
        Of("""{ "type": "boolean" }""", true, false),
        Of("""{ "type": "boolean", "enum": [true] }""", true),
        Of("""{ "type": "boolean", "nullable": true, "deprecated": true }""", true, null),
        Of("""{ "type": "string", "enum": ["CC", "in-progress", "v2", "a.b"] }""", "CC", "in-progress"),
        Of("""{ "type": "string", "enum": ["only"] }""", "only"),
        Of("""{ "type": "string", "nullable": true, "enum": ["CC", null] }""", "CC", null),
        Of("""{ "type": "string", "enum": ["", "+", "\"\\"], "x-enumNames": ["None", "Plus", "Quote"] }""", "+", "\"\\"),
        OfComponent("RandomKind", "first", "second"),
        OfComponent("RandomText", "abc"),
        OfComponent("RandomTime", "2024-05-29T03:41:27Z"),
        OfComponent("RandomList", JArray.Parse("""["first"]"""), new JArray()),
        OfComponent("RandomMap", JObject.Parse("""{ "a": { "leafId": "a" } }""")),
        OfComponent("RandomLeaf", JObject.Parse("""{ "leafId": "a" }""")),
        OfComponent("RandomTree", JObject.Parse("""{ "children": [{ "children": [] }], "parent": { } }""")),
        OfComponent("RandomOwner", JObject.Parse("""{ "pets": [{ "owner": { "pets": [] } }] }""")),
        Of("""{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/RandomLeaf" }], "description": "A leaf." }""", JObject.Parse("""{ "leafId": "a", "kind": "first" }"""), null),
        Of("""{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/RandomKind" }] }""", "first", null),
        Of("""{ "oneOf": [{ "$ref": "#/components/schemas/RandomLeaf" }] }""", JObject.Parse("""{ "leafId": "a" }""")),
        Of("""{ "type": "object" }""", JObject.Parse("""{ "a": 1, "b": [true] }"""), new JObject()),
        Of("""{ "type": "object", "additionalProperties": true, "nullable": true }""", JObject.Parse("""{ "a": null }"""), null),
        Of("""{ }""", JObject.Parse("""{ "a": "2024-05-29T03:41:27Z" }"""), "text", 1L, new JArray(1, "a")));

    private static Gen<RandomSchema> OfComponent(string name, params object?[] values) => Of($$"""{ "$ref": "#/components/schemas/{{name}}" }""", values);

    private static Gen<RandomSchema> Of(string schema, params object?[] values) =>
        Gen.Int[0, values.Length - 1].Select(index => values[index] as JToken ?? new JValue(values[index])).Select(value => new RandomSchema(JObject.Parse(schema), value, value));
}

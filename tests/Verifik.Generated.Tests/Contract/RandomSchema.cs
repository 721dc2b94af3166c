using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A schema of everything that the contract language has, and a value that fits it.</summary>
/// <param name="Schema">The schema, as JSON.</param>
/// <param name="Sent">A value of it in a request, which has nothing that is read-only.</param>
/// <param name="Read">A value of it in a response, which has nothing that is write-only; in lists and maps, there may be nulls.</param>
internal sealed record RandomSchema(JObject Schema, JToken Sent, JToken Read)
{
    /// <summary>A value that is a property of something: in a response, it may be one of several types.</summary>
    public static Gen<RandomSchema> Property(bool isResponse) => Nested(isResponse, depth: 3);

    /// <summary>An object with properties, some of them required.</summary>
    public static Gen<RandomSchema> Object(bool isResponse) => RandomProperty.ObjectOf(Nested(isResponse, depth: 2));

    /// <summary>The value of a parameter.</summary>
    public static Gen<RandomSchema> Parameter { get; } = RandomScalar.Any.Where(scalar => scalar.CanBeText);

    /// <summary>A list of such values, possibly empty.</summary>
    public static Gen<RandomSchema> Parameters { get; } = Parameter.Where(item => item.Sent is not JValue { Value: "" })
        .Select(Gen.Int[0, 2], (item, count) => List(item, count, new JObject { ["maxItems"] = 9 }));

    public bool IsNullable => Schema["nullable"] is not null;

    /// <summary>What a response holds when nulls in its lists and maps have been left out.</summary>
    public JToken ReadWithoutNulls => WithoutNulls(Read);

    private bool CanBeText => Sent is JValue { Value: not null } && !IsNullable && Schema.Count > 0;

    private static Gen<RandomSchema> Nested(bool isResponse, int depth)
    {
        if (depth == 0)
        {
            return RandomScalar.Any;
        }

        var deeper = Nested(isResponse, depth - 1);
        var item = deeper.Where(item => item.Sent.Type != JTokenType.Null && (isResponse || !item.IsNullable));
        return Gen.Frequency(
            (8, RandomScalar.Any),
            (2, item.Select(Gen.Int[0, 2], Gen.Bool, (item, count, isLimited) => List(item, count, isLimited ? Limits(count) : []))),
            (1, item.Select(Gen.Int[0, 2], Map)),
            (2, RandomProperty.ObjectOf(deeper)),
            (1, RandomProperty.ObjectOf(deeper).Select(Gen.Bool, ComposedOf)),
            (isResponse ? 1 : 0, item.Select(Gen.OneOf("oneOf", "anyOf"), Gen.Bool, AlternativeOf)));
    }

    private static JObject Limits(int count) => count < 2
        ? new JObject { ["minItems"] = 0, ["uniqueItems"] = true }
        : new JObject { ["minItems"] = count, ["maxItems"] = count };

    // Where an item may be null, a response has one that is.
    private static RandomSchema List(RandomSchema item, int count, JObject limits)
    {
        var schema = new JObject(limits) { ["type"] = "array", ["items"] = item.Schema };
        var read = new JArray(Enumerable.Repeat(item.Read, count));
        if (item.IsNullable && limits.Count == 0)
        {
            read.Add(JValue.CreateNull());
        }

        return new RandomSchema(schema, new JArray(Enumerable.Repeat(item.Sent, count)), read);
    }

    private static RandomSchema Map(RandomSchema item, int count)
    {
        var (sent, read) = (new JObject(), new JObject());
        for (var index = 0; index < count; index++)
        {
            (sent[$"key {index}"], read[$"key {index}"]) = (item.Sent, item.Read);
        }

        // What may be anything may be null.
        if (item.IsNullable)
        {
            read[item.Schema["oneOf"] is null && item.Schema["anyOf"] is null ? "" : "null"] = null;
        }

        return new RandomSchema(new JObject { ["type"] = "object", ["additionalProperties"] = item.Schema }, sent, read);
    }

    // What a part requires, another part lists.
    private static RandomSchema ComposedOf(RandomSchema part, bool isRequired)
    {
        var parts = new JArray(JObject.Parse("""{ "$ref": "#/components/schemas/RandomLeaf" }"""), part.Schema);
        if (isRequired)
        {
            parts.Add(JObject.Parse("""{ "required": ["size"] }"""));
        }

        return new RandomSchema(new JObject { ["allOf"] = parts }, With(part.Sent), With(part.Read));

        static JObject With(JToken value) => new((JObject)value) { ["leafId"] = "a", ["size"] = 3L };
    }

    private static RandomSchema AlternativeOf(RandomSchema other, string key, bool isNullable)
    {
        var schema = new JObject { [key] = new JArray(JObject.Parse("""{ "type": "string" }"""), other.Schema) };
        if (isNullable)
        {
            schema["nullable"] = true;
        }

        // Of one type among several, nothing is known: it is kept as it came.
        return new RandomSchema(schema, other.Sent, other.ReadWithoutNulls);
    }

    private static JToken WithoutNulls(JToken token) => token switch
    {
        JArray list => new JArray(list.Where(item => item.Type != JTokenType.Null).Select(WithoutNulls)),
        JObject value => new JObject(value.Properties().Where(property => property.Name.Length > 0 || property.Value.Type != JTokenType.Null).Select(property => new JProperty(property.Name, WithoutNulls(property.Value)))),
        _ => token,
    };
}

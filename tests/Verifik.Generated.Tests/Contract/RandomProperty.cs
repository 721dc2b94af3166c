using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A property of an object, with what a place may say beside the type that stands there.</summary>
internal sealed record RandomProperty(RandomSchema Value, string Beside, bool IsRequired, bool IsThere)
{
    /// <summary>Stands for a name in C# that nothing else has.</summary>
    public const string ChosenName = "@chosen";

    private static readonly string[] Names =
    [
        "_id", "__v", "first_name", "class", "type", "value", "name", "reader", "item", "date", "soat", "string", "año", "x-ray", "is2FA", "URL", "updatedAt", "event", "default", "body", "writer",
        "mismatch", "has", "hasName", "key", "id type",
    ];

    private static readonly Gen<string> Besides = Gen.Frequency(
        (6, Gen.Const("")), (1, Gen.Const("readOnly")), (1, Gen.Const("writeOnly")), (1, Gen.Const("deprecated")), (1, Gen.Const("x-csharp-name")), (2, Gen.Const("default")),
        (1, Gen.Const("default: null")), (1, Gen.Const("example")), (1, Gen.Const("description")), (1, Gen.Const("x-unit")));

    public static Gen<RandomSchema> ObjectOf(Gen<RandomSchema> value) =>
        Gen.Select(Gen.Shuffle(Names, 0, 5), Gen.Select(value, Besides, Gen.Bool, Gen.Bool, (value, beside, isRequired, isThere) => new RandomProperty(value, beside, isRequired, isThere)).Array[5], ObjectOf);

    // A required value or object is there before it is set, so Newtonsoft would write one that is not sent. A list is not.
    private bool Requires => IsRequired && !(Beside is "readOnly" or "writeOnly" && Value.Sent is not JArray);

    private bool IsSent => Beside != "readOnly" && (Requires || IsThere);

    private bool IsRead => Beside != "writeOnly" && (Requires || IsThere);

    // What is required is never null, unless its schema says so.
    private static RandomSchema ObjectOf(string[] names, RandomProperty[] properties)
    {
        var (schemas, sent, read, required) = (new JObject(), new JObject(), new JObject(), new JArray());
        foreach (var (name, property) in names.Zip(properties))
        {
            schemas[name] = property.Schema();
            if (property.Requires)
            {
                required.Add(name);
            }

            if (property.IsSent)
            {
                sent[name] = property.Value.Sent;
            }

            if (property.IsRead)
            {
                read[name] = property.Value.Read;
            }
        }

        var schema = new JObject { ["type"] = "object", ["properties"] = schemas };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return new RandomSchema(schema, sent, read);
    }

    private JObject Schema()
    {
        var schema = new JObject(Value.Schema);
        (string Key, JToken Value)? beside = Beside switch
        {
            "readOnly" or "writeOnly" or "deprecated" => (Beside, true),
            "x-csharp-name" => (Beside, ChosenName),
            "default" when Value.Sent is JValue { Value: not null } => (Beside, Value.Sent),
            "default: null" when Value.IsNullable => ("default", JValue.CreateNull()),
            "example" when Value.Sent is JValue => (Beside, Value.Sent),
            "description" => (Beside, "Says \"<what>\" & why,\nin two lines.\n"),
            "x-unit" => (Beside, "gram"),
            _ => null,
        };
        if (beside is { } said)
        {
            schema[said.Key] = said.Value;
        }

        return schema;
    }
}

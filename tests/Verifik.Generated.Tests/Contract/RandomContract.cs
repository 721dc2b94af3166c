using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A contract of random operations.</summary>
internal sealed record RandomContract(IReadOnlyList<RandomOperation> Operations)
{
    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];

    public static Gen<RandomContract> OfSize(int operations) =>
        RandomOperation.Gen.Array[operations].Select(drafts => new RandomContract([.. drafts.Select((draft, index) => draft with { Name = NameOf(index) })]));

    /// <summary>The contract as an author would write it: JSON is YAML.</summary>
    public string Text()
    {
        var root = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "Random", ["version"] = "1.0.0" },
            ["servers"] = new JArray(new JObject { ["url"] = "https://api.example.com" }),
            ["security"] = new JArray(),
            ["paths"] = new JObject(Operations.Select(operation => new JProperty(operation.Template, operation.PathItem()))),
            ["components"] = JObject.Parse("""
                {
                  "schemas": {
                    "ApiError": { "type": "object", "properties": { "code": { "type": "string" }, "message": { "type": "string" } } },
                    "RandomKind": { "type": "string", "enum": ["first", "second"], "description": "A kind." },
                    "RandomText": { "type": "string", "maxLength": 9 },
                    "RandomTime": { "type": "string", "format": "date-time" },
                    "RandomList": { "type": "array", "items": { "$ref": "#/components/schemas/RandomKind" } },
                    "RandomMap": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/RandomLeaf" } },
                    "RandomLeaf": { "type": "object", "deprecated": true, "required": ["leafId"], "properties": { "leafId": { "type": "string" }, "kind": { "$ref": "#/components/schemas/RandomKind" }, "size": { "type": "integer" } } },
                    "RandomTree": { "type": "object", "properties": { "parent": { "$ref": "#/components/schemas/RandomTree" }, "children": { "type": "array", "items": { "$ref": "#/components/schemas/RandomTree" } } } },
                    "RandomOwner": { "type": "object", "properties": { "pets": { "type": "array", "items": { "$ref": "#/components/schemas/RandomPet" } } } },
                    "RandomPet": { "type": "object", "x-csharp-name": "ChosenPet", "properties": { "owner": { "$ref": "#/components/schemas/RandomOwner" } } }
                  }
                }
                """),
        };
        foreach (var operation in Operations.Where(operation => operation.Component is not null))
        {
            root["components"]!["schemas"]![operation.Name + "Thing"] = operation.Component;
        }

        var chosen = 0;
        foreach (var name in root.Descendants().OfType<JValue>().Where(value => value.Value is RandomProperty.ChosenName).ToList())
        {
            name.Value = "Chosen" + LettersOf(chosen++);
        }

        return root.ToString();
    }

    // Each second name runs together with what its neighbour's parameters make: RandomA and userId, RandomAUser and id.
    private static string NameOf(int index) => "Random" + LettersOf(index / 2) + (index % 2 == 0 ? "" : "User");

    // Letters alone: A, B, … Z, BA, BB, …
    private static string LettersOf(int index) => index < 26 ? Letters[index] : LettersOf(index / 26) + Letters[index % 26].ToLowerInvariant();
}

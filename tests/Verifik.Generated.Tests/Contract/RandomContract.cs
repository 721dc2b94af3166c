using CsCheck;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A contract of random operations beside the SDK's own.</summary>
internal sealed record RandomContract(IReadOnlyList<RandomOperation> Operations)
{
    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];

    public static Gen<RandomContract> OfSize(int operations) =>
        RandomOperation.Gen.Array[operations].Select(drafts => new RandomContract([.. drafts.Select((draft, index) => draft with { Name = "Random" + NameOf(index) })]));

    /// <summary>The contract as an author would write it: JSON is YAML.</summary>
    public string Text()
    {
        var root = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "Random", ["version"] = "1.0.0" },
            ["servers"] = new JArray(new JObject { ["url"] = "https://api.example.com" }),
            ["security"] = new JArray(),
            ["paths"] = new JObject(Operations.Select(operation => new JProperty(operation.Path, operation.PathItem()))),
            ["components"] = JObject.Parse("""
                {
                  "schemas": {
                    "RandomKind": { "type": "string", "enum": ["first", "second"], "description": "A kind." },
                    "RandomText": { "type": "string", "maxLength": 9 },
                    "RandomLeaf": { "type": "object", "required": ["leafId"], "properties": { "leafId": { "type": "string" }, "kind": { "$ref": "#/components/schemas/RandomKind" } } },
                    "RandomTree": { "type": "object", "properties": { "parent": { "$ref": "#/components/schemas/RandomTree" }, "children": { "type": "array", "items": { "$ref": "#/components/schemas/RandomTree" } } } }
                  }
                }
                """),
        };
        return ContractMerge.WithSdk(root.ToString());
    }

    // Letters alone: A, B, … Z, BA, BB, …
    private static string NameOf(int index) => index < 26 ? Letters[index] : NameOf(index / 26) + Letters[index % 26].ToLowerInvariant();
}

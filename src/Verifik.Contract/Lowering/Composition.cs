using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>
/// Follows references and flattens <c>allOf</c>. A part keeps its position, so that an inline type that many schemas
/// inherit by <c>allOf</c> is one type with one name.
/// </summary>
internal sealed class Composition(ContractDocument contract)
{
    // The keys that make a schema a different type from the one that it refers to.
    private static readonly string[] OfItsOwn = ["properties", "required", "additionalProperties", "enum", "items", "oneOf", "anyOf"];

    private readonly Dictionary<YamlMapping, FlatSchema> _known = [];

    public FlatSchema Flatten(YamlMapping schema)
    {
        if (_known.TryGetValue(schema, out var known))
        {
            return known;
        }

        // A placeholder during the recursion: it stops at a circular schema, which the rule References reports.
        _known[schema] = new FlatSchema(schema, [], [], []);
        return _known[schema] = FlattenNew(schema);
    }

    private FlatSchema FlattenNew(YamlMapping schema)
    {
        var parts = Parts(schema).Select(Flatten).ToList();
        var facts = new Dictionary<string, YamlNode>();
        foreach (var part in parts)
        {
            Intersection.Add(facts, part.Facts);
        }

        Intersection.Add(facts, Own(schema).ToDictionary());

        var sole = SoleAlternative(schema);
        if (sole is not null)
        {
            facts.Remove("oneOf");
            facts.Remove("anyOf");
        }

        if (sole?.Parent is YamlSequence { Items.Count: 2 })
        {
            facts["nullable"] = new YamlScalar(schema.Position, "true", isPlain: true);
        }

        if (parts is [var only] && !OfItsOwn.Any(key => schema.Has(key) && !(SoleAlternative(schema) is not null && key is "oneOf" or "anyOf")))
        {
            return only with { Facts = facts };
        }

        var properties = new OrderedDictionary<string, YamlMapping>();
        var required = new Dictionary<string, YamlScalar>();
        foreach (var part in parts)
        {
            Add(properties, part.Properties);
            Add(required, part.Required);
        }

        Add(properties, ContractDocument.Properties(schema).Select(property => KeyValuePair.Create(property.Key, property)));
        Add(required, ContractDocument.Required(schema).Select(name => KeyValuePair.Create(name.Text, name)));
        return new FlatSchema(schema, facts, properties, required);
    }

    private IEnumerable<YamlMapping> Parts(YamlMapping schema)
    {
        if (schema.Text("$ref") is { } reference && contract.Find(reference, Vocabulary.Schema) is { } target)
        {
            yield return target;
        }

        foreach (var part in schema["allOf"] is YamlSequence all ? all.Items.OfType<YamlMapping>() : [])
        {
            yield return part;
        }

        if (SoleAlternative(schema) is { } alternative)
        {
            yield return alternative;
        }
    }

    /// <summary>The only type in a list of alternatives, besides null, which has the same meaning as <c>nullable</c>.</summary>
    private static YamlMapping? SoleAlternative(YamlMapping schema)
    {
        var items = (schema["oneOf"] ?? schema["anyOf"]) is YamlSequence list ? list.Items.OfType<YamlMapping>().ToList() : [];
        var types = items.Where(item => item.Text("type") != "null").ToList();
        return types is [var only] && items.Count <= 2 ? only : null;
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Own(YamlMapping schema) =>
        schema.Values.Where(value => value.Key is not ("$ref" or "allOf" or "properties" or "required")).Select(value => KeyValuePair.Create(value.Key, value));

    private static void Add<T>(IDictionary<string, T> to, IEnumerable<KeyValuePair<string, T>> entries)
    {
        foreach (var (key, value) in entries)
        {
            to[key] = value;
        }
    }
}

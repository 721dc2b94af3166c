using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>What a schema says when its references and compositions have been followed.</summary>
/// <param name="Node">Where the schema is declared that gives the type its name.</param>
/// <param name="Facts">The keys in effect, other than <c>properties</c> and <c>required</c>.</param>
/// <param name="Properties">The properties by name, each where it is declared; more than one where it is composed.</param>
/// <param name="Required">The names that it requires.</param>
internal sealed record FlatSchema(
    YamlMapping Node,
    Dictionary<string, YamlNode> Facts,
    OrderedDictionary<string, YamlMapping> Properties,
    Dictionary<string, YamlScalar> Required)
{
    public YamlNode? this[string key] => Facts.GetValueOrDefault(key);

    public string? Text(string key) => this[key] is YamlScalar { Kind: ScalarKind.Text } scalar ? scalar.Text : null;

    public bool Has(string key) => Facts.ContainsKey(key);

    public bool Is(string flag) => this[flag] is YamlScalar { Kind: ScalarKind.Boolean, Text: "true" };

    /// <summary>The number under a key.</summary>
    public decimal? Number(string key) => this[key] is YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number ? number.Number : null;

    public bool IsRequired(string property) => Required.ContainsKey(property);

    /// <summary>The texts that an enumeration lists; empty for a schema that lists none.</summary>
    public IReadOnlyList<YamlScalar> Values =>
        this["enum"] is YamlSequence list ? [.. list.Items.OfType<YamlScalar>().Where(value => value.Kind != ScalarKind.Null)] : [];

    /// <summary>The alternatives of <c>oneOf</c> and <c>anyOf</c>.</summary>
    public IEnumerable<YamlMapping> Alternatives =>
        ((string[])["oneOf", "anyOf"]).Select(key => this[key]).OfType<YamlSequence>().SelectMany(list => list.Items.OfType<YamlMapping>());

    public bool IsNullable => Is("nullable") || (this["enum"] is YamlSequence list && list.Items.Any(value => value is YamlScalar { Kind: ScalarKind.Null }));

    /// <summary>The type, written or evident from the other keys; null where the value may be anything.</summary>
    public string? Type =>
        Text("type")
        ?? (Properties.Count > 0 || Has("additionalProperties") ? "object"
            : Has("items") ? "array"
            : Values is [{ Kind: ScalarKind.Text }, ..] values && values.All(value => value.Kind == ScalarKind.Text) ? "string"
            : null);
}

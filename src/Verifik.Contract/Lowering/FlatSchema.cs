using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A schema after its references and compositions have been resolved.</summary>
/// <param name="Node">The declaration of the schema that names the type.</param>
/// <param name="Facts">The effective keys, other than <c>properties</c> and <c>required</c>.</param>
/// <param name="Properties">The declarations of the properties by name; several for a composed property.</param>
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

    /// <summary>The values of an enumeration; empty for any other schema.</summary>
    public IReadOnlyList<YamlScalar> Values =>
        this["enum"] is YamlSequence list ? [.. list.Items.OfType<YamlScalar>().Where(value => value.Kind != ScalarKind.Null)] : [];

    /// <summary>The alternatives of <c>oneOf</c> and <c>anyOf</c>.</summary>
    public IEnumerable<YamlMapping> Alternatives =>
        ((string[])["oneOf", "anyOf"]).Select(key => this[key]).OfType<YamlSequence>().SelectMany(list => list.Items.OfType<YamlMapping>());

    public bool IsNullable => Is("nullable") || (this["enum"] is YamlSequence list && list.Items.Any(value => value is YamlScalar { Kind: ScalarKind.Null }));

    /// <summary>The type, declared or inferred from the other keys; null for any value.</summary>
    public string? Type =>
        Text("type")
        ?? (Properties.Count > 0 || Has("additionalProperties") ? "object"
            : Has("items") ? "array"
            : Values is [{ Kind: ScalarKind.Text }, ..] values && values.All(value => value.Kind == ScalarKind.Text) ? "string"
            : null);
}

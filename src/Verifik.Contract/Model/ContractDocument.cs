using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>The contract as its rules see it. It is read tolerantly: what is not as it should be is left to the rules.</summary>
internal sealed class ContractDocument
{
    /// <summary>What a reference to a schema begins with.</summary>
    public const string SchemaPrefix = "#/components/schemas/";

    private readonly List<ContractObject> _objects = [];

    public ContractDocument(YamlMapping root)
    {
        Root = root;
        Collect(Vocabulary.Document, root);
        Schemas = Of(Vocabulary.Schema).ToDictionary(schema => schema.Key);
        RequestSchemas = Reachable(Of(Vocabulary.RequestBody));
        ResponseSchemas = Reachable(Of(Vocabulary.Response));
    }

    public YamlMapping Root { get; }

    /// <summary>Every object of a known kind, from the top of the file to its end.</summary>
    public IReadOnlyList<ContractObject> Objects => _objects;

    /// <summary>The named schemas.</summary>
    public IReadOnlyDictionary<string, YamlMapping> Schemas { get; }

    /// <summary>The schemas that a request body holds, directly or through other schemas.</summary>
    public IReadOnlySet<YamlMapping> RequestSchemas { get; }

    /// <summary>The schemas that a response holds, directly or through other schemas.</summary>
    public IReadOnlySet<YamlMapping> ResponseSchemas { get; }

    public IEnumerable<YamlMapping> Of(ObjectKind kind) => _objects.Where(found => found.Kind == kind).Select(found => found.Node);

    /// <summary>The properties of a schema, by their names on the wire.</summary>
    public static IEnumerable<YamlMapping> Properties(YamlMapping schema) =>
        schema.TryGet<YamlMapping>("properties", out var properties) ? properties.Values.OfType<YamlMapping>() : [];

    /// <summary>The names that a schema requires.</summary>
    public static IEnumerable<YamlScalar> Required(YamlMapping schema) =>
        schema.TryGet<YamlSequence>("required", out var list) ? list.Items.OfType<YamlScalar>().Where(name => name.Kind == ScalarKind.Text) : [];

    /// <summary>The parameters of an operation.</summary>
    public static IEnumerable<YamlMapping> Parameters(YamlMapping operation) =>
        operation.TryGet<YamlSequence>("parameters", out var list) ? list.Items.OfType<YamlMapping>() : [];

    /// <summary>The schema that a reference leads to, itself, through <c>allOf</c> or as the items of an array.</summary>
    public YamlMapping? Target(YamlMapping reference) => ReferenceOf(reference) is { } text ? Find(text) : null;

    /// <summary>The schema that <c>#/components/schemas/…</c> names.</summary>
    public YamlMapping? Find(string reference) =>
        reference.StartsWith(SchemaPrefix, StringComparison.Ordinal)
            ? Schemas.GetValueOrDefault(YamlNode.Unescape(reference[SchemaPrefix.Length..]))
            : null;

    private static string? ReferenceOf(YamlMapping node) =>
        node.Text("$ref")
        ?? (node.TryGet<YamlSequence>("allOf", out var all) && all.Items is [YamlMapping only] ? only.Text("$ref") : null)
        ?? (node.TryGet<YamlMapping>("items", out var items) ? items.Text("$ref") : null);

    private void Collect(ObjectKind kind, YamlMapping node)
    {
        _objects.Add(new ContractObject(kind, node));
        foreach (var value in node.Values)
        {
            if (kind.Keys.GetValueOrDefault(value.Key) is { Kind: { } child } key)
            {
                foreach (var part in key.Parts(value).OfType<YamlMapping>())
                {
                    Collect(child, part);
                }
            }
        }
    }

    private HashSet<YamlMapping> Reachable(IEnumerable<YamlMapping> bodies)
    {
        var reached = new HashSet<YamlMapping>();
        var open = new Stack<YamlMapping>(bodies.SelectMany(Contents));
        while (open.TryPop(out var holder))
        {
            if (Target(holder) is { } schema && reached.Add(schema))
            {
                foreach (var property in Properties(schema))
                {
                    open.Push(property);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<YamlMapping> Contents(YamlMapping body) =>
        body.TryGet<YamlMapping>("content", out var content)
            ? content.Values.OfType<YamlMapping>().Select(media => media["schema"]).OfType<YamlMapping>()
            : [];
}

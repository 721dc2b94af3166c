using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>The object model of a contract. It is read tolerantly: the rules report what is invalid.</summary>
internal sealed class ContractDocument
{
    private readonly List<ContractObject> _objects = [];
    private readonly Dictionary<YamlMapping, ObjectKind> _kinds = [];

    public ContractDocument(YamlMapping root, ClientName client)
    {
        Root = root;
        Client = client;
        Collect(Vocabulary.Document, root);
        Schemas = Section("schemas");
        Operations = [.. Of(Vocabulary.Operation).Select(operation => new ContractOperation(this, operation))];
    }

    public YamlMapping Root { get; }

    public ClientName Client { get; }

    /// <summary>Every object of a known kind, in the order of the file.</summary>
    public IReadOnlyList<ContractObject> Objects => _objects;

    /// <summary>The named schemas.</summary>
    public IReadOnlyDictionary<string, YamlMapping> Schemas { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public IEnumerable<YamlMapping> Of(ObjectKind kind) => _objects.Where(found => found.Kind == kind).Select(found => found.Node);

    /// <summary>The objects of a kind, without references to them.</summary>
    public IEnumerable<YamlMapping> Written(ObjectKind kind) => Of(kind).Where(node => !node.Has("$ref"));

    /// <summary>The kind of a node; null for a node that only groups objects, such as <c>properties</c>.</summary>
    public ObjectKind? KindOf(YamlNode node) => node is YamlMapping mapping ? _kinds.GetValueOrDefault(mapping) : null;

    /// <summary>The object itself, or the target of its reference; null if the target does not exist, or is where no object can be.</summary>
    public YamlMapping? Resolve(YamlMapping node)
    {
        for (var steps = 0; node["$ref"] is { } reference; steps++)
        {
            if (steps > Schemas.Count || reference is not YamlScalar { Text: var text } || KindOf(node) is not { } kind || Find(text, kind) is not { } target)
            {
                return null;
            }

            node = target;
        }

        return node;
    }

    /// <summary>The target of <c>#/components/…/…</c>, if it has the kind.</summary>
    public YamlMapping? Find(string reference, ObjectKind kind)
    {
        var prefix = Prefix(kind);
        return reference.StartsWith(prefix, StringComparison.Ordinal)
            ? Section(kind.Section).GetValueOrDefault(YamlNode.Unescape(reference[prefix.Length..]))
            : null;
    }

    /// <summary>Whether a reference has a target that is not a mapping, which another rule reports.</summary>
    public bool IsWritten(string reference) =>
        reference.Split('/') is ["#", "components", var section, var name]
        && Root["components"] is YamlMapping components && components[section] is YamlMapping all && all[YamlNode.Unescape(name)] is { } found and not YamlMapping;

    /// <summary>The prefix of a reference to an object of the kind.</summary>
    public static string Prefix(ObjectKind kind) => $"#/components/{kind.Section}/";

    /// <summary>The components of a section, by name.</summary>
    public Dictionary<string, YamlMapping> Section(string name) =>
        Root["components"] is YamlMapping components && components.TryGet<YamlMapping>(name, out var section)
            ? section.Values.OfType<YamlMapping>().ToDictionary(component => component.Key)
            : [];

    /// <summary>The objects in a list or a mapping under a key, with references resolved.</summary>
    public IEnumerable<YamlMapping> Parts(YamlMapping node, string key) => node[key] switch
    {
        YamlSequence list => list.Items.OfType<YamlMapping>().Select(Resolve).OfType<YamlMapping>(),
        YamlMapping map => map.Values.OfType<YamlMapping>().Select(Resolve).OfType<YamlMapping>(),
        _ => [],
    };

    /// <summary>The properties that a schema declares itself, by their JSON names.</summary>
    public static IEnumerable<YamlMapping> Properties(YamlMapping schema) =>
        schema.TryGet<YamlMapping>("properties", out var properties) ? properties.Values.OfType<YamlMapping>() : [];

    /// <summary>The names of the properties that a schema itself requires.</summary>
    public static IEnumerable<YamlScalar> Required(YamlMapping schema) =>
        schema.TryGet<YamlSequence>("required", out var list) ? list.Items.OfType<YamlScalar>().Where(name => name.Kind == ScalarKind.Text) : [];

    /// <summary>The schema of a JSON body.</summary>
    public static YamlMapping? SchemaOf(YamlMapping body) =>
        body["content"] is YamlMapping content && content.Values.OfType<YamlMapping>().FirstOrDefault(media => IsJson(media.Key)) is { } json
            ? json["schema"] as YamlMapping
            : null;

    /// <summary>Whether a media type is JSON: <c>application/json</c>, with parameters or with a prefix such as <c>problem+</c>.</summary>
    public static bool IsJson(string mediaType) =>
        mediaType.Split(';')[0].Trim() is var type && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)));

    private void Collect(ObjectKind kind, YamlMapping node)
    {
        // A body that is not JSON is an error as a whole, or the raw body of an error response.
        if (kind == Vocabulary.MediaType && !IsJson(node.Key))
        {
            return;
        }

        _objects.Add(new ContractObject(kind, node));
        _kinds[node] = kind;
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
}

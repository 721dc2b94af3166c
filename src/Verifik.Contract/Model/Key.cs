using Verifik.Contract.Yaml;

namespace Verifik.Contract.Model;

/// <summary>A key that an object may have.</summary>
internal sealed record Key(Shape Shape, ObjectKind? Kind = null)
{
    /// <summary>Whether the object must have it. Keys with a separate rule (operationId, security, …) are not required here.</summary>
    public bool Required { get; init; }

    /// <summary>The parts of the value under the key: the object itself, or its items.</summary>
    public IEnumerable<YamlNode> Parts(YamlNode value) => (Shape, value) switch
    {
        (Shape.Object, _) or (Shape.ObjectOrFlag, YamlMapping) => [value],
        (Shape.Objects or Shape.Texts, YamlSequence list) => list.Items,
        (Shape.ObjectsByName, YamlMapping map) => map.Values,
        _ => [],
    };
}

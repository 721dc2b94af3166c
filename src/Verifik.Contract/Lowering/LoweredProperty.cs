using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>A property of an object.</summary>
/// <param name="Node">Its declaration; the key is its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the contract requires it.</param>
internal sealed record LoweredProperty(YamlMapping Node, string Name, LoweredType Type, bool IsRequired)
{
    public bool IsReadOnly => Type.Schema.Is("readOnly");

    public bool IsWriteOnly => Type.Schema.Is("writeOnly");
}

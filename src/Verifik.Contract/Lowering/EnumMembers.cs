using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>The known values of an enumeration and their names in C#: what <c>x-enumNames</c> says, else the value in PascalCase.</summary>
internal static class EnumMembers
{
    public static IEnumerable<(YamlScalar Value, string? Name)> Of(FlatSchema schema)
    {
        var names = schema["x-enumNames"] is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(name => name.Text).ToList() : [];
        // Null is counted among the values, as in the list of their names, and is no member.
        return schema["enum"] is YamlSequence values
            ? values.Items.Index().Where(pair => pair.Item is YamlScalar { Kind: not ScalarKind.Null }).Select(pair =>
                ((YamlScalar)pair.Item, pair.Index < names.Count ? names[pair.Index] : CSharpName.Pascal(((YamlScalar)pair.Item).Text)))
            : [];
    }
}

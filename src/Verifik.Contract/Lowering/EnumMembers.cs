using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>The known values of an enumeration and their names in C#: from <c>x-enumNames</c>, or otherwise the value in PascalCase.</summary>
internal static class EnumMembers
{
    public static IEnumerable<(YamlScalar Value, string? Name)> Of(FlatSchema schema)
    {
        var names = schema["x-enumNames"] is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(name => name.Text).ToList() : [];
        // Null counts as a value, also in the list of names, but does not become a member.
        return schema["enum"] is YamlSequence values
            ? values.Items.Index().Where(pair => pair.Item is YamlScalar { Kind: not ScalarKind.Null }).Select(pair =>
                ((YamlScalar)pair.Item, pair.Index < names.Count ? names[pair.Index] : CSharpName.Pascal(((YamlScalar)pair.Item).Text)))
            : [];
    }
}

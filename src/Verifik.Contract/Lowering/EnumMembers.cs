using Verifik.Contract.Model;
using Verifik.Contract.Yaml;

namespace Verifik.Contract.Lowering;

/// <summary>The known values of an enumeration and their names in C#: what <c>x-enumNames</c> says, else the value in PascalCase.</summary>
internal static class EnumMembers
{
    public static IEnumerable<(YamlScalar Value, string? Name)> Of(FlatSchema schema)
    {
        var names = schema["x-enumNames"] is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(name => name.Text).ToList() : [];
        return schema.Values.Select((value, index) => (value, index < names.Count ? names[index] : CSharpName.Pascal(value.Text)));
    }
}

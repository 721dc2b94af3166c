#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Runtime;

/// <summary>
/// Writes a JSON tree unchanged. Newtonsoft.Json marks its methods for this as incompatible with trimming because they
/// take converters; none is passed here.
/// </summary>
internal static class JsonTree
{
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "No converter is passed.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "No converter is passed.")]
#endif
    public static void WriteTree(this JsonWriter writer, JToken tree) => tree.WriteTo(writer);

    public static string ToJson(this JToken tree)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteTree(tree);
        return text.ToString();
    }
}

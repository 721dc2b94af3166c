using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0005: the document is OpenAPI 3.0 or 3.1. Asked first, since another version is another language.</summary>
internal static class VersionRule
{
    public static bool Holds(YamlMapping root, Findings findings)
    {
        if (root.Has("swagger"))
        {
            findings.AddAtKey(
                Codes.Version,
                root["swagger"]!,
                "This is Swagger 2.0, where bodies, servers and schemas are written in other places; convert it to OpenAPI 3.0.3");
            return false;
        }

        if (root["openapi"] is not YamlScalar version)
        {
            findings.Add(Codes.Version, root.Position, "'openapi' is missing" + Misspelt(root) + "; the document begins with 'openapi: 3.0.3'");
            return false;
        }

        if (version.Text.StartsWith("3.0.", StringComparison.Ordinal) || Is31(root))
        {
            return true;
        }

        findings.Add(
            Codes.Version,
            version,
            $"OpenAPI '{version.Text}' is refused: the versions that are read are 3.0 and 3.1; write 'openapi: 3.0.3' or 'openapi: 3.1.1'");
        return false;
    }

    /// <summary>Whether the schemas are those of JSON Schema 2020-12.</summary>
    public static bool Is31(YamlMapping root) => root["openapi"] is YamlScalar version && version.Text.StartsWith("3.1.", StringComparison.Ordinal);

    private static string Misspelt(YamlMapping root) =>
        root.Keys.FirstOrDefault(key => Suggestion.Nearest(key, ["openapi"]) is not null) is { } near ? $" (is it '{near}'?)" : "";
}

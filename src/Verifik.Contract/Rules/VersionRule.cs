using Verifik.Contract.Yaml;

namespace Verifik.Contract.Rules;

/// <summary>VC0005: the document is OpenAPI 3.0 or 3.1. Runs first, because the other rules depend on the version.</summary>
internal static class VersionRule
{
    public static bool Holds(YamlMapping root, Findings findings)
    {
        if (root.Has("swagger"))
        {
            findings.AddAtKey(
                Codes.Version,
                root["swagger"]!,
                "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0.3");
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
            $"OpenAPI '{version.Text}' is not supported; supported versions are 3.0 and 3.1: write 'openapi: 3.0.3' or 'openapi: 3.1.1'");
        return false;
    }

    /// <summary>Whether the document is OpenAPI 3.1, whose schemas are JSON Schema 2020-12.</summary>
    public static bool Is31(YamlMapping root) => root["openapi"] is YamlScalar version && version.Text.StartsWith("3.1.", StringComparison.Ordinal);

    private static string Misspelt(YamlMapping root) =>
        root.Keys.FirstOrDefault(key => Suggestion.Nearest(key, ["openapi"]) is not null) is { } near ? $" (is it '{near}'?)" : "";
}

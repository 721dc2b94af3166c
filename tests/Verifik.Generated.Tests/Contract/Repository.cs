using System.Reflection;

namespace Verifik.Tests.Contract;

/// <summary>Where this repository, the build's NSwag and the tool are, as the project file says.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    public static string NSwag { get; } = Metadata("NSwag");

    /// <summary>The tool, with the libraries that it is published with: beside the tests there are others.</summary>
    public static string Tool { get; } = Metadata("Tool");

    /// <summary>Where NuGet unpacks what the projects reference.</summary>
    public static string Packages { get; } = Metadata("Packages");

    /// <summary>What writes the code of a <c>GeneratedRegex</c>.</summary>
    public static string RegexGenerator { get; } = Metadata("RegexGenerator");

    public static string Contract { get; } = PathOf("openapi", "verifik.yaml");

    public static string PathOf(params string[] segments) => Path.Combine([Root, .. segments]);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

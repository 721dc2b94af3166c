using System.Reflection;

namespace Verifik.Benchmarks;

/// <summary>Where this project was built from.</summary>
internal static class Repository
{
    public static readonly string Root =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;
}

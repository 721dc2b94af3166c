using System.Reflection;
using System.Runtime.Loader;
using PublicApiGenerator;

namespace Verifik.Tests.Surface;

/// <summary>The public API. A change here affects every application.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],
    };

    [Fact]
    public Task ThePublicApi_OfNet100_IsAsReviewed() =>
        Verifier.Verify(typeof(VerifikClient).Assembly.GeneratePublicApi(Options), "cs");

    [Fact]
    public Task ThePublicApi_OfNetStandard20_IsAsReviewed() =>
        Verifier.Verify(NetStandard().GeneratePublicApi(Options), "cs");

    private static Assembly NetStandard() =>
        new AssemblyLoadContext("netstandard2.0").LoadFromAssemblyPath(
            Path.Combine(AppContext.BaseDirectory, "Surface", "netstandard2.0", "Verifik.Generated.dll"));
}

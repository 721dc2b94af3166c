using System.Text.RegularExpressions;

namespace Verifik.Tests.Surface;

/// <summary>The generated source. It is reviewed like code, because developers step into it.</summary>
public sealed partial class GeneratedSourceTests
{
    [Fact]
    public async Task TheGeneratedSource_IsAsReviewed()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Surface", "VerifikClient.g.cs"));

        await Verifier.Verify(ToolVersion().Replace(source, "NSwag {version}"), "cs");
    }

    [GeneratedRegex(@"NSwag \d[\d.]*")]
    private static partial Regex ToolVersion();
}

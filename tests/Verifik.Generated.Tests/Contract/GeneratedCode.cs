using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Verifik.Tests.Contract;

/// <summary>Generated source as the compiler sees it.</summary>
internal static class GeneratedCode
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly Lazy<SyntaxTree[]> HandWritten = new(() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "Verifik.Generated"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => Parse(File.ReadAllText(file))),
        Parse(SdkDefaults.ImplicitUsings),
    ]);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. SdkDefaults.Assemblies
            .Where(file => !Path.GetFileName(file).StartsWith("Verifik.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file))]);

    /// <summary>What the compiler says of the source together with the SDK's hand-written part.</summary>
    public static IEnumerable<string> Errors(string source)
    {
        var tree = Parse(source);
        return CSharpCompilation.Create("Verifik.Generated", [tree, .. HandWritten.Value], References.Value, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Location.SourceTree == tree && (diagnostic.Severity == DiagnosticSeverity.Error || IsAboutComments(diagnostic)))
            .Select(diagnostic => diagnostic.ToString());
    }

    /// <summary>The code of both targets without comments and without what its literals hold.</summary>
    public static IEnumerable<SyntaxKind> Shape(string source) =>
        new[] { Options, Options.WithPreprocessorSymbols("NET") }
            .SelectMany(options => CSharpSyntaxTree.ParseText(source, options).GetRoot().DescendantTokens())
            .Select(token => token.Kind());

    // CS1570 to CS1589: a documentation comment that is not well-formed XML, or names what does not exist.
    private static bool IsAboutComments(Diagnostic diagnostic) => diagnostic.Id is "CS1570" or "CS1571" or "CS1572" or "CS1580" or "CS1581";

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Options);
}

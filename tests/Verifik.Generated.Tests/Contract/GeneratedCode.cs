using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Verifik.Tests.Contract;

/// <summary>Generated source as the compiler sees it, together with the SDK's hand-written part.</summary>
internal static class GeneratedCode
{
    private static readonly CSharpCompilationOptions Library = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999);

    /// <summary>What the compiler says of the source, warnings too, on each target.</summary>
    public static IEnumerable<string> Errors(string source) => new[] { CompilerTarget.Net100, CompilerTarget.NetStandard20 }
        .SelectMany(target => Compile(source, target, out var tree).GetDiagnostics().Where(diagnostic => IsOf(diagnostic, tree)).Select(diagnostic => $"{target.Name}: {diagnostic}"));

    /// <summary>The whole SDK, on one target.</summary>
    public static Compilation Compile(string source, CompilerTarget target, out SyntaxTree tree)
    {
        tree = target.Parse(source);
        var compilation = CSharpCompilation.Create("Verifik.Generated", [tree, .. target.HandWritten], target.References, Library);
        CSharpGeneratorDriver.Create(target.Generators, parseOptions: target.Options).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return whole;
    }

    /// <summary>The code of both targets without comments and without what its literals hold.</summary>
    public static IEnumerable<SyntaxKind> Shape(string source) =>
        new[] { CompilerTarget.Net100, CompilerTarget.NetStandard20 }
            .SelectMany(target => target.Parse(source).GetRoot().DescendantTokens())
            .Select(token => token.Kind());

    private static bool IsOf(Diagnostic diagnostic, SyntaxTree tree) =>
        diagnostic.Location.SourceTree == tree && diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;
}

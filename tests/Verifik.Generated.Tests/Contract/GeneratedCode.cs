using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Verifik.Tests.Contract;

/// <summary>The generated source of an application's client as the compiler sees it, with a reference to the SDK.</summary>
internal static class GeneratedCode
{
    private static readonly CompilerTarget[] Targets = [CompilerTarget.Net100, CompilerTarget.NetStandard20];

    private static readonly CSharpCompilationOptions Library = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, specificDiagnosticOptions: SdkDefaults.Suppressed);

    /// <summary>What the compiler says of the source, warnings too, on each target.</summary>
    public static IEnumerable<string> Errors(string source) => Targets.SelectMany(target => Errors(source, target));

    /// <summary>What the compiler says of the source, warnings too, on one target.</summary>
    public static IEnumerable<string> Errors(string source, CompilerTarget target) =>
        Compile(source, target).GetDiagnostics().Where(IsWarning).Select(diagnostic => $"{target.Name}: {diagnostic}");

    /// <summary>The assembly of a source that compiles without warnings on the target of these tests.</summary>
    public static Stream Emit(string source)
    {
        var assembly = new MemoryStream();
        var emitted = Compile(source, CompilerTarget.Net100).Emit(assembly);
        Assert.DoesNotContain(emitted.Diagnostics, IsWarning);
        assembly.Position = 0;
        return assembly;
    }

    /// <summary>The code of both targets without comments and without what its literals hold.</summary>
    public static IEnumerable<SyntaxKind> Shape(string source) =>
        Targets.SelectMany(target => target.Parse(source).GetRoot().DescendantTokens()).Select(token => token.Kind());

    private static Compilation Compile(string source, CompilerTarget target)
    {
        var compilation = CSharpCompilation.Create(CompiledClient.Name.Namespace, [target.Parse(source), target.Parse(SdkDefaults.ImplicitUsings)], target.References, Library);
        CSharpGeneratorDriver.Create(target.Generators, parseOptions: target.Options).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return whole;
    }

    private static bool IsWarning(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;
}

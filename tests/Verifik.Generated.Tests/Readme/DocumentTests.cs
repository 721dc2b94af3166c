using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>What the documents show compiles, and what they point to exists. The recipes of the README are run by <see cref="RecipeTests"/>.</summary>
public sealed partial class DocumentTests
{
    // What a fragment, which is no whole program, may use.
    private const string Before = "using Microsoft.Extensions.DependencyInjection;\nusing Verifik;\nawait Fragment(new ServiceCollection(), null!);\nstatic async Task Fragment(IServiceCollection services, IVerifikSession session)\n{\n";

    private static readonly string[] AtTheRoot = ["README.md", "README.es.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];

    public static TheoryData<string> Documents =>
        [.. AtTheRoot, .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void AProgramOfADocument_Compiles(string document)
    {
        // A program with a host needs the packages of its recipe.
        var programs = Program().Matches(Document.Read(document.Split('/'))).Select(program => program.Groups["code"].Value).Where(program => !program.Contains("builder", StringComparison.Ordinal));

        Assert.All(programs, program =>
        {
            var whole = program.StartsWith("using ", StringComparison.Ordinal) ? program : $"{Before}{program}}}\n";
            var compilation = CSharpCompilation.Create(
                "Document",
                [CSharpSyntaxTree.ParseText(SdkDefaults.ImplicitUsings), CSharpSyntaxTree.ParseText(whole)],
                SdkDefaults.Assemblies.Select(path => MetadataReference.CreateFromFile(path)),
                new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SdkDefaults.Suppressed));

            Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void AFileThatADocumentNames_Exists(string document)
    {
        var text = Block().Replace(Document.Read(document.Split('/')), "");
        var folder = Path.GetDirectoryName(Repository.PathOf(document.Split('/')))!;
        var named = Named().Matches(text).Select(file => Repository.PathOf(file.Groups[1].Value));
        var linked = Link().Matches(text).Select(file => Path.Combine(folder, file.Groups[1].Value));

        Assert.All(named.Concat(linked), path => Assert.True(Path.Exists(path), path));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`((?:docs|openapi|src|tests|\\.ci)/[\\w./-]*|[A-Z]+(?:\\.es)?\\.md|nswag\\.json)`")]
    private static partial Regex Named();

    [GeneratedRegex("\\]\\((?!https?:|#)([^)#]+)\\)")]
    private static partial Regex Link();
}

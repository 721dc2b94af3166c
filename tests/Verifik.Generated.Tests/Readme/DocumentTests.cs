using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Readme;

/// <summary>The code in the documents compiles, and the files and tests that they name exist. <see cref="RecipeTests"/> runs the recipes of the README.</summary>
public sealed partial class DocumentTests
{
    // The declarations that an incomplete program may use.
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

    [Theory]
    [InlineData("docs/tests.md")]
    [InlineData("docs/fuzzing.md")]
    public void ATestThatADocumentNames_Exists(string document)
    {
        var tests = typeof(DocumentTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();
        var named = Test().Matches(Document.Read(document.Split('/'))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(name.EndsWith('…') ? tests.Any(test => test.StartsWith(name.TrimEnd('…'), StringComparison.Ordinal)) : tests.Contains(name), name));
    }

    [GeneratedRegex("`(\\w+Tests\\.\\w+…?)`")]
    private static partial Regex Test();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`((?:docs|openapi|src|tests|\\.ci)/[\\w./-]*|[A-Z]+(?:\\.es)?\\.md|nswag\\.json)`")]
    private static partial Regex Named();

    [GeneratedRegex("\\]\\((?!https?:|#)([^)#]+)\\)")]
    private static partial Regex Link();
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A target framework of the SDK: its symbols, its references, and what generates code for it.</summary>
internal sealed class CompilerTarget
{
    private readonly Lazy<SyntaxTree[]> _handWritten;
    private readonly Lazy<MetadataReference[]> _references;
    private readonly Lazy<ISourceGenerator[]> _generators;

    private CompilerTarget(string name, string[] symbols, Func<IEnumerable<string>> references, params string[] generators)
    {
        Name = name;
        Options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose, preprocessorSymbols: symbols);
        _handWritten = new(() => [.. Sources().Select(Parse), Parse(SdkDefaults.ImplicitUsings), Parse(string.Concat(NamespacesOfTheProject().Select(name => $"global using {name};\n")))]);
        _references = new(() => [.. references().Select(file => MetadataReference.CreateFromFile(file))]);
        _generators = new(() => [.. generators.SelectMany(Load)]);
    }

    public static CompilerTarget Net100 { get; } = new(
        "net10.0",
        ["NET"],
        () => SdkDefaults.Assemblies.Where(file => !Path.GetFileName(file).StartsWith("Verifik.", StringComparison.Ordinal)),
        Repository.RegexGenerator,
        Package("Microsoft.Extensions.Logging.Abstractions", "analyzers/dotnet/roslyn4.4/cs/Microsoft.Extensions.Logging.Generators.dll"));

    public static CompilerTarget NetStandard20 { get; } = new("netstandard2.0", ["NETSTANDARD"], NetStandardReferences);

    public string Name { get; }

    public CSharpParseOptions Options { get; }

    public IEnumerable<SyntaxTree> HandWritten => _handWritten.Value;

    public IEnumerable<MetadataReference> References => _references.Value;

    public IEnumerable<ISourceGenerator> Generators => _generators.Value;

    public SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Options);

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.PathOf("src", "Verifik.Generated"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    // The <Using> items of the project file.
    private static IEnumerable<string> NamespacesOfTheProject() =>
        System.Xml.Linq.XDocument.Load(Repository.PathOf("src", "Verifik.Generated", "Verifik.Generated.csproj")).Descendants("Using").Select(item => item.Attribute("Include")!.Value);

    // What the project was restored with.
    private static IEnumerable<string> NetStandardReferences()
    {
        var packages = (JObject)JObject.Parse(File.ReadAllText(Repository.PathOf("src", "Verifik.Generated", "obj", "project.assets.json")))["targets"]!["netstandard2.0"]!;
        var files = packages.Properties().SelectMany(package => (package.Value["compile"] as JObject)?.Properties().Select(file => Path.Combine(Repository.Packages, package.Name.ToLowerInvariant(), file.Name)) ?? []);
        var library = packages.Properties().Single(package => package.Name.StartsWith("NETStandard.Library/", StringComparison.Ordinal)).Name.ToLowerInvariant();
        return Directory.EnumerateFiles(Path.Combine(Repository.Packages, library, "build", "netstandard2.0", "ref"), "*.dll").Concat(files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)));
    }

    private static string Package(string name, string file)
    {
        var folder = Path.Combine(Repository.Packages, name.ToLowerInvariant());
        return Path.Combine(folder, Directory.GetDirectories(folder).Select(Path.GetFileName).Order().Last()!, file);
    }

    private static IEnumerable<ISourceGenerator> Load(string file) =>
        new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

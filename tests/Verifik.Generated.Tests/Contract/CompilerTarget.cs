using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A target framework of an application: its symbols, its references with the SDK for it, and what generates code for it.</summary>
internal sealed class CompilerTarget
{
    private readonly Lazy<MetadataReference[]> _references;
    private readonly Lazy<ISourceGenerator[]> _generators;

    private CompilerTarget(string name, string[] symbols, Func<IEnumerable<string>> references, params string[] generators)
    {
        Name = name;
        Options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose, preprocessorSymbols: symbols);
        _references = new(() => [.. references().Select(file => MetadataReference.CreateFromFile(file))]);
        _generators = new(() => [.. generators.SelectMany(Load)]);
    }

    public static CompilerTarget Net100 { get; } = new("net10.0", ["NET"], () => SdkDefaults.Assemblies, Repository.RegexGenerator);

    public static CompilerTarget NetStandard20 { get; } = new("netstandard2.0", ["NETSTANDARD"], NetStandardReferences);

    public string Name { get; }

    public CSharpParseOptions Options { get; }

    public IEnumerable<MetadataReference> References => _references.Value;

    public IEnumerable<ISourceGenerator> Generators => _generators.Value;

    public SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Options);

    // The SDK for that target, and what its project was restored with.
    private static IEnumerable<string> NetStandardReferences()
    {
        var packages = (JObject)JObject.Parse(File.ReadAllText(Repository.PathOf("src", "Verifik.Generated", "obj", "project.assets.json")))["targets"]!["netstandard2.0"]!;
        var files = packages.Properties().SelectMany(package => (package.Value["compile"] as JObject)?.Properties().Select(file => Path.Combine(Repository.Packages, package.Name.ToLowerInvariant(), file.Name)) ?? []);
        var library = packages.Properties().Single(package => package.Name.StartsWith("NETStandard.Library/", StringComparison.Ordinal)).Name.ToLowerInvariant();
        return Directory.EnumerateFiles(Path.Combine(Repository.Packages, library, "build", "netstandard2.0", "ref"), "*.dll")
            .Concat(files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)))
            .Append(Path.Combine(AppContext.BaseDirectory, "Surface", "netstandard2.0", "Verifik.Generated.dll"));
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

using System.Reflection;
using System.Runtime.Loader;
using Verifik.Contract;
using Verifik.Contract.Model;

namespace Verifik.Tests.Contract;

/// <summary>The build's own NSwag, with nswag.json and the templates, in this process.</summary>
internal sealed class NSwagGenerator
{
    private readonly Type _document;

    private NSwagGenerator(Type document) => _document = document;

    // NSwag brings its own NJsonSchema and Newtonsoft.Json, which are not those that the tests reference.
    public static NSwagGenerator Build { get; } =
        new(new ToolLoadContext().LoadFromAssemblyPath(Path.Combine(Repository.NSwag, "NSwag.Commands.dll")).GetType("NSwag.Commands.NSwagDocument", throwOnError: true)!);

    /// <summary>The client that the build would generate from a contract.</summary>
    public Task<string> GenerateAsync(string contract, ClientName? of = null) => GenerateFromLoweredAsync(ContractCheck.CheckText(contract, of).Lowered, of);

    /// <summary>The client that the build would generate from a lowered contract.</summary>
    public async Task<string> GenerateFromLoweredAsync(string lowered, ClientName? of = null)
    {
        var client = of ?? ClientName.Sdk;
        using var folder = new TemporaryFolder();
        var load = _document.GetMethod("LoadWithTransformationsAsync", BindingFlags.Public | BindingFlags.Static)!;
        dynamic document = await (dynamic)load.Invoke(null, [Repository.PathOf("nswag.json"), $"Input=lowered.json,Output={folder.Root}client.cs,Templates=src/Verifik.Generated.Build/Templates,Namespace={client.Namespace},ClassName={client.Class}"])!;
        dynamic source = document.SwaggerGenerators.FromDocumentCommand;
        source.Url = folder.Write("lowered.json", lowered);
        dynamic generator = document.CodeGenerators.OpenApiToCSharpClientCommand;
        generator.Input = await source.RunAsync();
        Dictionary<string, string> files = await generator.RunAsync();
        return files.Values.Single().ReplaceLineEndings("\n");
    }

    private sealed class ToolLoadContext() : AssemblyLoadContext("NSwag")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(Repository.NSwag, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}

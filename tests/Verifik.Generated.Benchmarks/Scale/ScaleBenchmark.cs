namespace Verifik.Benchmarks.Scale;

/// <summary>How many lines are generated for an operation, and how long it takes to generate and to compile them.</summary>
internal static class ScaleBenchmark
{
    private const int Repetitions = 2;
    private const string Ours = "src/Verifik.Generated/Verifik.Generated.csproj";

    public static void Run()
    {
        Console.WriteLine("| operations | generator | lines an operation | generate | compile | together |");
        Console.WriteLine("|---:|---|---:|---:|---:|---:|");
        foreach (var operations in new[] { 10, 100, 1_000 })
        {
            using var workspace = new Workspace();
            var contract = File.ReadAllText(workspace["openapi/verifik.yaml"]);
            File.WriteAllText(workspace["openapi/verifik.yaml"], ScaledContract.Add(contract, operations));

            var limit = Stock(workspace, "SystemTextJson");
            Print(operations, "Stock NSwag, System.Text.Json", limit, limit);
            Print(operations, "Stock NSwag, Newtonsoft.Json", Stock(workspace, "NewtonsoftJson"), limit);
            Print(operations, "Verifik.Generated, its check and all its own code", Sdk(workspace), limit);
        }
    }

    private static Measurement Stock(Workspace workspace, string serializer)
    {
        var project = $"{serializer}/{serializer}.csproj";
        Directory.CreateDirectory(workspace[serializer]);
        File.WriteAllText(workspace[project], StockProject.Replace("SERIALIZER", serializer, StringComparison.Ordinal));
        return Measure(workspace, project, $"{serializer}/obj/Client.g.cs", ["GenerateClient"]);
    }

    private static Measurement Sdk(Workspace workspace)
    {
        // The first build also builds the check, which the later ones reuse.
        workspace.Run("build", Ours, "-p:TargetFramework=net10.0", "-nologo", "-v:q");
        return Measure(
            workspace, Ours, "src/Verifik.Generated/obj/openapi/VerifikClient.g.cs", ["Check", "RunNSwag"]);
    }

    private static Measurement Measure(Workspace workspace, string project, string generated, string[] generation)
    {
        workspace.Run("restore", project, "-nologo", "-v:q");
        var runs = new List<(TimeSpan Generate, TimeSpan Compile)>();
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            if (File.Exists(workspace[generated]))
            {
                File.Delete(workspace[generated]);
            }

            var spent = workspace.Build(project);
            runs.Add((TimeSpan.FromTicks(generation.Sum(target => spent[target].Ticks)), spent["Csc"]));
        }

        var best = runs.MinBy(run => run.Generate + run.Compile);
        return new Measurement((double)File.ReadLines(workspace[generated]).Count() / Operations(workspace), best.Generate, best.Compile);
    }

    private static int Operations(Workspace workspace) =>
        File.ReadLines(workspace["openapi/verifik.yaml"]).Count(line => line.TrimStart().StartsWith("operationId:", StringComparison.Ordinal));

    private static void Print(int operations, string generator, Measurement of, Measurement stock) => Console.WriteLine(
        $"| {operations} | {generator} | {of.Lines:0} ({of.Lines / stock.Lines:0%}) | {of.Generate.TotalSeconds:0.0} s | {of.Compile.TotalSeconds:0.0} s | {of.Total.TotalSeconds:0.0} s ({of.Total / stock.Total:0%}) |");

    private sealed record Measurement(double Lines, TimeSpan Generate, TimeSpan Compile)
    {
        public TimeSpan Total => Generate + Compile;
    }

    private const string StockProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Client>$(MSBuildProjectDirectory)/obj/Client.g.cs</Client>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Newtonsoft.Json" />
            <PackageReference Include="NSwag.MSBuild" PrivateAssets="all" />
            <Compile Include="$(Client)" />
          </ItemGroup>
          <Target Name="GenerateClient" BeforeTargets="BeforeCompile;CoreCompile" Condition="!Exists('$(Client)')">
            <Exec Command="$(NSwagExe_Net100) openapi2csclient /input:../openapi/verifik.yaml /output:obj/Client.g.cs /jsonLibrary:SERIALIZER /namespace:Stock /className:StockClient /operationGenerationMode:SingleClientFromOperationId" StandardOutputImportance="low" />
          </Target>
        </Project>
        """;
}

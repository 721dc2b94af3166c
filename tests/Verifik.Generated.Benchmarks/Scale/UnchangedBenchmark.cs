using System.Diagnostics;

namespace Verifik.Benchmarks.Scale;

/// <summary>A build with nothing to do, beside the same project with the generated file as an ordinary one.</summary>
internal static class UnchangedBenchmark
{
    private const int Builds = 15;
    private const string Pipeline = "src/Verifik.Generated/Verifik.Generated.csproj";
    private const string Plain = "src/Plain/Verifik.Generated.csproj";

    public static void Run()
    {
        using var workspace = new Workspace();
        workspace.Run("build", Pipeline, "-nologo", "-v:q");
        CopyWithoutPipeline(workspace);
        workspace.Run("build", Plain, "-nologo", "-v:q");

        var (pipeline, plain) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var build = 0; build < Builds; build++)
        {
            pipeline.Add(Time(workspace, Pipeline));
            plain.Add(Time(workspace, Plain));
        }

        Console.WriteLine("| a build with nothing changed | fastest | median |");
        Console.WriteLine("|---|---:|---:|");
        Print("the generated file as an ordinary one", plain, plain);
        Print("Verifik.Generated", pipeline, plain);
    }

    private static void CopyWithoutPipeline(Workspace workspace)
    {
        var (source, target) = (workspace["src/Verifik.Generated"], workspace["src/Plain"]);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            var copy = Path.Combine(target, relative);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        File.Copy(Path.Combine(source, "obj/openapi/VerifikClient.g.cs"), Path.Combine(target, "VerifikClient.g.cs"));
        File.WriteAllText(workspace[Plain], File.ReadAllText(workspace[Plain]).Replace("""<Import Project="../Verifik.Generated.Build/build/Verifik.Generated.Build.targets" />""", "", StringComparison.Ordinal));
    }

    private static TimeSpan Time(Workspace workspace, string project)
    {
        var clock = Stopwatch.StartNew();
        workspace.Run("build", project, "--no-restore", "-m:1", "-nologo", "-v:q");
        return clock.Elapsed;
    }

    private static void Print(string row, List<TimeSpan> times, List<TimeSpan> plain) => Console.WriteLine(
        $"| {row} | {times.Min().TotalSeconds:0.00} s ({times.Min() / plain.Min():0.00}) | {Median(times).TotalSeconds:0.00} s ({Median(times) / Median(plain):0.00}) |");

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}

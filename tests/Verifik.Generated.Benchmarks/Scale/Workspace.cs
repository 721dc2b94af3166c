using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Verifik.Benchmarks.Scale;

/// <summary>A copy of what a build of the SDK reads, in a temporary directory, to be built at another size.</summary>
internal sealed partial class Workspace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("verifik-benchmarks-");

    public Workspace()
    {
        foreach (var name in new[] { ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json" })
        {
            Copy(name);
        }

        foreach (var directory in new[] { "openapi", "src/Verifik.Generated", "src/Verifik.Generated.Build", "src/Verifik.Contract" })
        {
            var source = Path.Combine(Repository.Root, directory);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
                if (!Ignored().IsMatch(relative))
                {
                    Copy(relative);
                }
            }
        }
    }

    /// <summary>A path of the copy.</summary>
    public string this[string relative] => Path.Combine(_root.FullName, relative);

    /// <summary>Runs <c>dotnet</c> in the copy.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _root.FullName, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException(printed);
    }

    /// <summary>Builds a project, in a fresh compiler and without analyzers, and tells how long each of its targets and tasks took.</summary>
    public Dictionary<string, TimeSpan> Build(string project)
    {
        var printed = Run(
            "build", project, "--no-restore", "-p:TargetFramework=net10.0", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-tl:off", "-nologo", "-clp:PerformanceSummary");
        return Spent().Matches(printed)
            .GroupBy(line => line.Groups["name"].Value)
            .ToDictionary(
                line => line.Key,
                line => TimeSpan.FromMilliseconds(line.Max(match => int.Parse(match.Groups["milliseconds"].Value, CultureInfo.InvariantCulture))));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Copy(string relative)
    {
        var target = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(Repository.Root, relative), target);
    }

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^\s*(?<milliseconds>\d+) ms\s+(?<name>\w+)\s+\d+ calls", RegexOptions.Multiline)]
    private static partial Regex Spent();
}

using System.Diagnostics;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Cli;

/// <summary>The tool as a process of its own, without a terminal.</summary>
internal static class ToolProcess
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the tool to its end.</summary>
    /// <param name="input">The standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<ToolRun> RunAsync(string input, params string[] arguments) =>
        RunAsync(new ProcessStartInfo("dotnet", ["exec", Repository.Tool, .. arguments]), input);

    public static async Task<ToolRun> RunAsync(ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        SetEnvironment(start);
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
            await process.WaitForExitAsync().WaitAsync(Patience);
            return new ToolRun(process.ExitCode, await output, "", error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Sets the language, and removes the settings of the user who runs the tests.</summary>
    public static void SetEnvironment(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("VERIFIK_", StringComparison.Ordinal) || name is "LC_ALL" or "LC_MESSAGES" or "NO_COLOR").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TERM"] = "xterm-256color";
    }
}

using System.Diagnostics;
using Verifik.Tests.Contract;
using Verifik.Tests.Faults;

namespace Verifik.Tests.Cli;

/// <summary>The tool as a script has it: exit codes, pipes, and no terminal.</summary>
[Trait("Run", "Long")]
public sealed class ProcessTests : ProcessTest
{
    private const string Cedula = "v2/co/cedula?documentType=CC&documentNumber=123456789";

    [Fact]
    public async Task WithoutATerminal_ACommandEndsWithItsExitCode()
    {
        var file = Folder.Write("file", "");
        var runs = await Task.WhenAll(
            ToolProcess.RunAsync(""),
            ToolProcess.RunAsync("", "loginn"),
            ToolProcess.RunAsync("", "login", "--sandbox"),
            RunAsync("", "status"),
            RunAsync("", "login", "ana@example.com"),
            ToolProcess.RunAsync("", "status", "--tokens", file),
            ToolProcess.RunAsync("123456", "login", "ana@example.com", "--base-address", "http://127.0.0.1:1", "--tokens", Folder.Root));

        runs[0].AssertDone("Exit codes:");
        runs[1].AssertFailed(2, "Did you mean 'login'?");
        runs[2].AssertDone("A query with the token succeeded.");
        runs[3].AssertFailed(1, "there is no known account");
        runs[4].AssertFailed(2, $"the code of a***@example.com at {Server.BaseAddress} cannot be entered");
        runs[5].AssertFailed(5, "");
        runs[6].AssertFailed(4, "no response from http://127.0.0.1:1/");
        Assert.Empty(Server.Outbox.Messages);
    }

    [Fact]
    public async Task AToken_GoesThroughAPipe_AndBackThroughTheEnvironment()
    {
        var code = "";
        using (var login = Start("login", "ana@example.com"))
        {
            code = await CodeAsync();
            await login.StandardInput.WriteLineAsync(code);
            Assert.StartsWith("Logged in as a***@example.com", await login.StandardOutput.ReadToEndAsync().WaitAsync(ToolProcess.Patience), StringComparison.Ordinal);
            Assert.DoesNotContain(code, await login.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        }

        var token = (await RunAsync("", "token")).AssertDone().Output;
        Assert.Matches("^eyJ[-_.A-Za-z0-9]+\n$", token);
        var runs = await Task.WhenAll(RunAsync("", "get", Cedula), RunAsync("", "status", "-o", "json"), RunAsync("", "get", "v2/nowhere"));
        Assert.StartsWith("{\"data\":{\"documentType\":\"CC\"", runs[0].AssertDone().Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"accounts\":[{", runs[1].AssertDone().Output, StringComparison.Ordinal);
        runs[2].AssertFailed(3, "Verifik charges for a 404");
        Assert.All(runs, run => run.AssertShowsNoSecret(code, token.Trim()));
    }

    [UnixFact]
    public async Task TheCompletionOfBash_CompletesACommandAndAnOption()
    {
        // As bash calls it: the line, where the cursor is, the words, and which of them it is in.
        var script = (await ToolProcess.RunAsync("", "completion", "bash")).AssertDone().Output + """

            verifik() { dotnet exec "$TOOL" "$@"; }
            try() {
                COMP_LINE=$1 COMP_POINT=${#1} COMP_CWORD=$2 COMPREPLY=()
                read -ra COMP_WORDS <<<"$1"
                _verifik
                echo "${COMPREPLY[*]}"
            }
            try 'verifik logi' 1
            try 'verifik login --fo' 2
            try 'verifik status --output ' 3
            """;

        var start = new ProcessStartInfo("bash", ["--norc", "-s"]) { Environment = { ["TOOL"] = Repository.Tool } };
        var run = await ToolProcess.RunAsync(start, script);

        Assert.Equal("login\n--force\njson text\n", run.AssertDone().Output);
    }

    private Task<ToolRun> RunAsync(string input, params string[] arguments) =>
        ToolProcess.RunAsync(input, [.. arguments, "--base-address", $"{Server.BaseAddress}", "--tokens", Folder.Root]);

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.Tool, .. arguments, "--base-address", $"{Server.BaseAddress}", "--tokens", Folder.Root])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ToolProcess.SetEnvironment(start);
        return Process.Start(start)!;
    }
}

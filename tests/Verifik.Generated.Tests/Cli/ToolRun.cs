using Verifik.Cli;
using Verifik.Cli.Terminals;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Cli;

/// <summary>One run of the tool in this process, with what it wrote.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Data.</param>
/// <param name="Prompts">The prompts.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Prompts, string Error)
{
    /// <summary>Prompts and errors must not contain secrets. The output may: <c>token</c> writes one there.</summary>
    public string Prompts { get; } = RecordedOutput.Text(Prompts);

    public string Error { get; } = RecordedOutput.Text(Error);

    public static Task<ToolRun> OfAsync(params string[] arguments) => OfAsync(TextReader.Null, TimeProvider.System, arguments, with: null, CancellationToken.None);

    public static async Task<ToolRun> OfAsync(
        TextReader input, TimeProvider time, IReadOnlyList<string> arguments, Func<Terminal, Terminal>? with, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await using var prompts = new StringWriter();
        await using var error = new StringWriter();
        using var plain = new Terminal(input, output, prompts, error, time) { IsInTerminal = input is Person };
        var exitCode = await VerifikTool.RunAsync(arguments, with?.Invoke(plain) ?? plain, cancellationToken);
        return new ToolRun(exitCode, System.Text.Encoding.UTF8.GetString(output.ToArray()), $"{prompts}", $"{error}");
    }

    public ToolRun AssertDone(string output = "")
    {
        Assert.Equal((0, ""), (ExitCode, Error));
        Assert.Contains(output, Output, StringComparison.Ordinal);
        return this;
    }

    public ToolRun AssertFailed(int exitCode, string reason)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.StartsWith("verifik: ", Error, StringComparison.Ordinal);
        Assert.Contains(reason, Error, StringComparison.Ordinal);
        Assert.Equal(1, Error.AsSpan().Count('\n'));
        return this;
    }

    /// <summary>Asserts an exit code other than 0 with a result in the output and no error.</summary>
    public void AssertPlainlyFailed(int exitCode, string output)
    {
        Assert.Equal((exitCode, ""), (ExitCode, Error));
        Assert.Contains(output, Output, StringComparison.Ordinal);
    }

    public void AssertShowsNoSecret(params string[] secrets)
    {
        foreach (var secret in secrets.Append("eyJ"))
        {
            Assert.DoesNotContain(secret, Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Prompts, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Error, StringComparison.Ordinal);
        }
    }
}

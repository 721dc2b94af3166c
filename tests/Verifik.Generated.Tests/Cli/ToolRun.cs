using Verifik.Cli;

namespace Verifik.Tests.Cli;

/// <summary>One run of the tool in this process, with what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static Task<ToolRun> OfAsync(params string[] arguments) => OfAsync(TextReader.Null, arguments);

    public static Task<ToolRun> OfAsync(TextReader input, params string[] arguments) => OfAsync(input, TimeProvider.System, CancellationToken.None, arguments);

    public static async Task<ToolRun> OfAsync(TextReader input, TimeProvider time, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await VerifikTool.RunAsync(arguments, new Terminal(input, output, error, time), cancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    public void AssertFailed(int exitCode, string reason)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.StartsWith("verifik: ", Error, StringComparison.Ordinal);
        Assert.Contains(reason, Error, StringComparison.Ordinal);
        Assert.Equal(1, Error.AsSpan().Count('\n'));
    }

    public void AssertShowsNoSecret(params string[] secrets)
    {
        foreach (var secret in secrets.Append("eyJ"))
        {
            Assert.DoesNotContain(secret, Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Error, StringComparison.Ordinal);
        }
    }
}

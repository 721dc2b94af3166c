using System.CommandLine;
using Verifik.Cli.Queries;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik get</c>: sends a query with the account's token.</summary>
internal sealed class GetCommand : ToolCommand
{
    private readonly Argument<string> _path = new("path") { Description = Messages.ArgumentPath };

    public GetCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "get", Messages.CommandGet) => Add(_path);

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        await Query.SendAsync(run, HttpMethod.Get, run.Parsed.GetRequiredValue(_path), data: null, cancellationToken);
        return ExitCode.Done;
    }
}

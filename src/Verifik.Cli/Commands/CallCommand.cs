using System.CommandLine;
using Verifik.Cli.Queries;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik call</c>: calls any operation of the API with the account's token.</summary>
internal sealed class CallCommand : ToolCommand
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private readonly Argument<string> _method = new("method") { Description = string.Join(", ", Methods) };
    private readonly Argument<string> _path = new("path") { Description = Messages.ArgumentPath };
    private readonly Option<string?> _data = new("--data", "-d") { Description = Messages.OptionData, HelpName = "json|@file" };

    public CallCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "call", Messages.CommandCall)
    {
        Add(_method);
        Add(_path);
        Add(_data);
        _method.CompletionSources.Add(Methods);
    }

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var (name, data) = (run.Parsed.GetRequiredValue(_method).ToUpperInvariant(), run.Parsed.GetValue(_data));
        if (!Methods.Contains(name))
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.MethodUnknown.With(string.Join(", ", Methods)));
        }

        if (name == "GET" && data is not null)
        {
            throw new ToolException(ExitCode.NotUnderstood, Messages.GetTakesNoData);
        }

        await Query.SendAsync(run, new HttpMethod(name), run.Parsed.GetRequiredValue(_path), data, cancellationToken);
        return ExitCode.Done;
    }
}

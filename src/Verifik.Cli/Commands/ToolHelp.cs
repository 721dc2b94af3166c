using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Verifik.Cli.Commands;

/// <summary>The help of a command; the help of the tool also has examples, environment variables and exit codes.</summary>
internal sealed class ToolHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
        {
            var output = parseResult.InvocationConfiguration.Output;
            Write(output, Messages.HelpExamples, [("verifik login +57 300 123 4567", ""), ("verifik get 'v2/co/cedula?documentType=CC&documentNumber=123456789'", ""), ("TOKEN=$(verifik token)", "")]);
            Write(output, Messages.HelpEnvironment, [
                ("VERIFIK_ACCOUNT", Messages.EnvironmentAccount),
                ("VERIFIK_BASE_ADDRESS", Messages.EnvironmentBaseAddress),
                ("VERIFIK_TOKENS", Messages.EnvironmentTokens),
                ("VERIFIK_TOKEN", Messages.EnvironmentTokenMeaning),
                ("NO_COLOR", Messages.EnvironmentNoColor)]);
            Write(output, Messages.HelpExitCodes, ExitCode.Table.Select(row => ($"{row.Code}", row.Meaning)));
        }

        return ExitCode.Done;
    }

    private static void Write(TextWriter output, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var listed = rows.ToList();
        var width = listed.Max(row => row.Name.Length);
        output.WriteLine(title);
        foreach (var (name, meaning) in listed)
        {
            output.WriteLine($"  {name.PadRight(width)}  {meaning}".TrimEnd());
        }

        output.WriteLine();
    }
}

using System.CommandLine;

namespace Verifik.Cli.Commands;

/// <summary><c>verifik completion</c>: prints a shell script that completes commands with the tool's suggestions.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    // `[suggest:n]` is a directive of System.CommandLine: it prints the completions at that position of the command
    // line.
    private const string Bash = """
        # verifik: completion for bash. In ~/.bashrc: eval "$(verifik completion bash)"
        _verifik() {
            local line=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
            line=${line#* }
            COMPREPLY=($(compgen -W "$(verifik "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _verifik verifik
        """;

    private const string Zsh = """
        #compdef verifik
        # verifik: completion for zsh. In ~/.zshrc, after compinit: eval "$(verifik completion zsh)"
        _verifik() {
            local line="${words[2,-1]}"
            local -a found
            found=("${(@f)$(verifik "[suggest:${#line}]" "$line" 2>/dev/null)}")
            [[ -n "$found" ]] && compadd -- $found || _files
        }
        compdef _verifik verifik
        """;

    private const string PowerShell = """
        # verifik: completion for PowerShell. In $PROFILE: verifik completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName verifik -ScriptBlock {
            param($word, $command, $place)
            $line = $command.ToString() -replace '^\S+\s?', ''
            if ($word -eq '' -and $line -ne '' -and -not $line.EndsWith(' ')) { $line += ' ' }
            verifik "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = PowerShell };

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, pwsh" };

    public CompletionCommand(Terminal terminal, GlobalOptions options)
        : base(terminal, options, "completion", Messages.CommandCompletion)
    {
        Add(_shell);
        _shell.CompletionSources.Add([.. Scripts.Keys]);
    }

    protected override async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var script = Scripts.GetValueOrDefault(run.Parsed.GetRequiredValue(_shell))
            ?? throw new ToolException(ExitCode.NotUnderstood, Messages.ShellUnknown.With(string.Join(", ", Scripts.Keys)));
        await run.Terminal.Text.WriteLineAsync(script.ReplaceLineEndings("\n"));
        return ExitCode.Done;
    }
}

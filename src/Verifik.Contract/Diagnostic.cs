namespace Verifik.Contract;

/// <summary>An error in a contract.</summary>
internal sealed record Diagnostic(Position Position, string Code, string Message)
{
    /// <summary>Formats the error in MSBuild's canonical format, which the build, the IDE and CI logs show with its position.</summary>
    public string Format(string file) => $"{file}({Position.Line},{Position.Column}): error {Code}: {Message}";
}

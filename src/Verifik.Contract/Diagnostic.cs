namespace Verifik.Contract;

/// <summary>One mistake in a contract.</summary>
internal sealed record Diagnostic(Position Position, string Code, string Message)
{
    /// <summary>MSBuild's canonical form, from which the build, the IDE and the CI log make an error with a place.</summary>
    public string Format(string file) => $"{file}({Position.Line},{Position.Column}): error {Code}: {Message}";
}

namespace Verifik.Cli;

/// <summary>What the tool itself cannot go on with. Its message is for the person at the terminal.</summary>
internal sealed class ToolException(string message) : Exception(message);

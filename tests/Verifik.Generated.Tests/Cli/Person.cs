namespace Verifik.Tests.Cli;

/// <summary>Someone at the terminal who types the next line when it is asked for.</summary>
internal sealed class Person(Func<string?> nextLine) : TextReader
{
    public override string? ReadLine() => nextLine();
}

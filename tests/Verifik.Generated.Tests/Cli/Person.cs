namespace Verifik.Tests.Cli;

/// <summary>A user at the terminal, who types the next line when it is read.</summary>
internal sealed class Person(Func<string?> nextLine) : TextReader
{
    /// <summary>A user who types these lines and then nothing.</summary>
    public static Person Typing(params Func<string?>[] lines)
    {
        var left = new Queue<Func<string?>>(lines);
        return new Person(() => left.TryDequeue(out var line) ? line() : null);
    }

    public override string? ReadLine() => nextLine();
}

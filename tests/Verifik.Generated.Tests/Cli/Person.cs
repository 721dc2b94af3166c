namespace Verifik.Tests.Cli;

/// <summary>Someone at the terminal who types the next line when it is asked for.</summary>
internal sealed class Person(Func<string?> nextLine) : TextReader
{
    /// <summary>Somebody who types these lines and then no more.</summary>
    public static Person Typing(params Func<string?>[] lines)
    {
        var left = new Queue<Func<string?>>(lines);
        return new Person(() => left.TryDequeue(out var line) ? line() : null);
    }

    public override string? ReadLine() => nextLine();
}

using Verifik.Sandbox;

namespace Verifik.Tests.Cli;

/// <summary>A program at the other end of a pipe, which writes the code as soon as it was sent.</summary>
internal sealed class Pipe(Outbox outbox) : TextReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string? ReadLine() => outbox.ReadAsync().AsTask().WaitAsync(Patience).GetAwaiter().GetResult().Code;
}

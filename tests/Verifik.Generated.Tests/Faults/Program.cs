using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Faults;

/// <summary>A process that keeps a token in a file, over and over, until it is killed.</summary>
public static class Program
{
    internal static readonly string Key = new('0', 64);

    /// <summary>The two entries that it writes in turn: of different lengths, and long enough to be caught half way.</summary>
    internal static readonly byte[][] Entries = [Entry((byte)'a', 40_000), Entry((byte)'b', 60_000)];

    public static async Task Main(string[] arguments)
    {
        var store = Store(arguments[0]);
        for (var turn = 0; ; turn++)
        {
            await store.WriteAsync(Key, Entries[turn % 2], DateTimeOffset.MaxValue, CancellationToken.None);
            Console.Out.WriteLine(turn);
        }
    }

    internal static IVerifikTokenStore Store(string folder)
    {
        using var services = new ServiceCollection().AddVerifikFileTokenStore(folder).BuildServiceProvider();
        return services.GetRequiredService<IVerifikTokenStore>();
    }

    private static byte[] Entry(byte letter, int length)
    {
        var entry = new byte[length];
        Array.Fill(entry, letter);
        return entry;
    }
}

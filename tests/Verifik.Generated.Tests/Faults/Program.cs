using Microsoft.Extensions.DependencyInjection;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Faults;

/// <summary>
/// The processes of the tests, by the first argument: <c>write</c> keeps a token in a file, over and over, until it is
/// killed; <c>crash</c> is <see cref="CrashingApplication"/>.
/// </summary>
public static class Program
{
    internal static readonly string Key = new('0', 64);

    /// <summary>The two entries that it writes in turn: of different lengths, and long enough to be caught half way.</summary>
    internal static readonly byte[][] Entries = [Entry((byte)'a', 40_000), Entry((byte)'b', 60_000)];

    public static Task Main(string[] arguments) =>
        arguments[0] == "crash" ? CrashingApplication.RunAsync(new Uri(arguments[1])) : WriteAsync(arguments[1]);

    internal static IVerifikTokenStore Store(string folder)
    {
        using var services = new ServiceCollection().AddVerifikFileTokenStore(folder).BuildServiceProvider();
        return services.GetRequiredService<IVerifikTokenStore>();
    }

    private static async Task WriteAsync(string folder)
    {
        var store = Store(folder);
        for (var turn = 0; ; turn++)
        {
            await store.WriteAsync(Key, Entries[turn % 2], DateTimeOffset.MaxValue, CancellationToken.None);
            Console.Out.WriteLine(turn);
        }
    }

    private static byte[] Entry(byte letter, int length)
    {
        var entry = new byte[length];
        Array.Fill(entry, letter);
        return entry;
    }
}

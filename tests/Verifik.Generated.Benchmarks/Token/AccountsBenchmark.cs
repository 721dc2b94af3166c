using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verifik.Benchmarks.Peers;

namespace Verifik.Benchmarks.Token;

/// <summary>The memory of ten thousand accounts in one process, in use and idle.</summary>
internal static class AccountsBenchmark
{
    private const int Accounts = 10_000;
    private const int LargestIdle = 1024;

    // As long as a JWT with a handful of claims; no two accounts have the same.
    private static readonly string Confirmed = $$"""{"data":{"accessToken":"fake.{{new string('x', 340)}}","tokenType":"bearer" } }""";

    public static async Task RunAsync()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var store = new UnmanagedStore();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton<IVerifikTokenStore>(store);
        services.AddVerifik().ConfigurePrimaryHttpMessageHandler(() => new InMemoryTransport(Encoding.UTF8.GetBytes(Confirmed)));
        await using var provider = services.BuildServiceProvider();
        var accounts = provider.GetRequiredService<VerifikAccounts>();
        await LoginAsync(accounts, account: 0);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var account = 1; account <= Accounts; account++)
        {
            await LoginAsync(accounts, account);
        }

        var inUse = GC.GetTotalMemory(forceFullCollection: true) - before;
        while (GC.GetTotalMemory(forceFullCollection: true) - before > inUse / 2 && time.GetUtcNow() < time.Start.AddHours(1))
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        var idle = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"| {Accounts:N0} accounts, each with a token of 345 characters | bytes an account |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine($"| in use | {inUse / Accounts:N0} |");
        Console.WriteLine($"| idle | {idle / Accounts:N0} |");
        if (idle / Accounts > LargestIdle)
        {
            throw new InvalidOperationException($"An idle account weighs more than {LargestIdle} bytes.");
        }
    }

    private static Task<VerifikToken> LoginAsync(VerifikAccounts accounts, int account) =>
        accounts.For(new PhoneAccount("+57", 3_000_000_000 + account)).CompleteLoginAsync("000000");
}

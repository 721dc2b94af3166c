using Microsoft.Extensions.DependencyInjection;

namespace Verifik.Tests.Secrets;

/// <summary>A process that logs two accounts in, calls the API with both tokens, and crashes because of a wrong code.</summary>
internal static class CrashingApplication
{
    private static readonly VerifikAccount[] Accounts = [new PhoneAccount("+1", 1234566663), new EmailAccount("ana@example.com")];

    public static async Task RunAsync(Uri server)
    {
        await using var services = new ServiceCollection()
            .AddVerifik(options => (options.BaseAddress, options.Account) = (server, Accounts[0]))
            .Services
            .BuildServiceProvider();
        var accounts = services.GetRequiredService<VerifikAccounts>();
        foreach (var account in Accounts)
        {
            var session = accounts.For(account);
            await session.BeginLoginAsync();
            await session.CompleteLoginAsync(Console.ReadLine()!);
            await session.RenewAsync();
        }

        var last = accounts.For(Accounts[0]);
        await last.BeginLoginAsync();
        await last.CompleteLoginAsync(Console.ReadLine()!);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Verifik;

// Logs in to the server that it is given, with the code that it reads from its input, and makes a query.
var services = new ServiceCollection();
services.AddVerifik(options =>
{
    options.Account = new PhoneAccount("+1", 1234566663);
    options.BaseAddress = new Uri(args[0]);
});
services.AddHttpClient("verifik", http => http.BaseAddress = new Uri(args[0])).AddVerifikToken();
await using var provider = services.BuildServiceProvider();

var session = provider.GetRequiredService<IVerifikSession>();
await session.LoginAsync(new Terminal());
await session.RenewAsync();
Console.WriteLine($"Logged in as {session.Account}");
var queries = provider.GetRequiredService<IHttpClientFactory>().CreateClient("verifik");
Console.WriteLine(await queries.GetStringAsync("v2/co/cedula?documentType=CC&documentNumber=123456"));

internal sealed class Terminal : IVerifikOtpPrompt
{
    public Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
    {
        Console.WriteLine("Which code?");
        return Task.FromResult(Console.ReadLine() ?? "");
    }
}

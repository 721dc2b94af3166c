using Aot.Verifik;
using Microsoft.Extensions.DependencyInjection;
using Verifik;

// The argument is the address of a sandbox, whose codes are read from standard input.
var services = new ServiceCollection();
services.AddVerifik(options => (options.Account, options.BaseAddress) = (new PhoneAccount("+1", 1234566663), new Uri(args[0])));
services.AddVerifikClient<IAotQueries, AotQueries>();
await using var provider = services.BuildServiceProvider();

var session = provider.GetRequiredService<IVerifikSession>();
await session.LoginAsync(new Pipe());
await session.RenewAsync();
var found = await provider.GetRequiredService<IAotQueries>().FindCitizenAsync(DocumentType.CC, "123456789");
Console.WriteLine($"{found.Data.FullName}, {found.Data.IssuedOn:yyyy-MM-dd}");
return found.Data.FullName == "ANA PRUEBA" ? 0 : 1;

internal sealed class Pipe : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken) =>
        await Console.In.ReadLineAsync(cancellationToken) ?? "";
}

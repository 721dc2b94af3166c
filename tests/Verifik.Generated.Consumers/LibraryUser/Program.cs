using Library;
using Library.Verifik;
using Microsoft.Extensions.DependencyInjection;
using Verifik;

// The argument is the address of a sandbox, whose codes are read from standard input.
var services = new ServiceCollection();
services.AddVerifik(options => (options.Account, options.BaseAddress) = (new PhoneAccount("+57", 3001234567), new Uri(args[0])));
services.AddVerifikFileTokenStore(Path.Combine(args[1], "verifik"));
services.AddVerifikClient<ILibraryQueries, LibraryQueries>();
services.AddTransient<Citizens>();
await using var provider = services.BuildServiceProvider();

await provider.GetRequiredService<IVerifikSession>().LoginAsync(new Pipe());
var described = await provider.GetRequiredService<Citizens>().DescribeAsync("123456789", CancellationToken.None);
Console.WriteLine($"{described}, on .NET {Environment.Version}");
return described == "ANA PRUEBA, 2016-03-04" ? 0 : 1;

internal sealed class Pipe : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken) =>
        await Console.In.ReadLineAsync(cancellationToken) ?? "";
}

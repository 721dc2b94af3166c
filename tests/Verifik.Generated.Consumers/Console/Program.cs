using Microsoft.Extensions.DependencyInjection;
using Verifik;
using Verifik.Sandbox;

await using var sandbox = await VerifikSandbox.StartAsync();
var folder = Directory.CreateTempSubdirectory().FullName;

await using (var first = Provide())
{
    await first.GetRequiredService<IVerifikSession>().LoginAsync(new OutboxPrompt(sandbox));
    Console.WriteLine(await FindAsync(first));
}

// Another run of the same program: the token is in the folder, and no code is sent.
await using var second = Provide();
Console.WriteLine(await FindAsync(second));
Directory.Delete(folder, recursive: true);
return sandbox.Outbox.Messages.Count == 1 ? 0 : 1;

ServiceProvider Provide()
{
    var services = new ServiceCollection();
    services.AddVerifik(options => (options.Account, options.BaseAddress) = (new PhoneAccount("+57", 3001234567), sandbox.BaseAddress));
    services.AddVerifikFileTokenStore(Path.Combine(folder, "verifik"));
    services.AddHttpClient("verifik", http => http.BaseAddress = sandbox.BaseAddress).AddVerifikToken();
    return services.BuildServiceProvider();
}

static Task<string> FindAsync(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient("verifik")
    .GetStringAsync("v2/co/cedula?documentType=CC&documentNumber=123456789");

internal sealed class OutboxPrompt(VerifikSandbox sandbox) : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken) =>
        (await sandbox.Outbox.ReadAsync(cancellationToken)).Code;
}

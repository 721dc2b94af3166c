using Microsoft.Extensions.Diagnostics.HealthChecks;
using Verifik;
using Verifik.Sandbox;
using Worker;

await using var sandbox = await VerifikSandbox.StartAsync();

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddVerifik(options => (options.Account, options.BaseAddress) = (new EmailAccount("ana@example.com"), sandbox.BaseAddress));
builder.Services.AddHttpClient<Citizens>(http => http.BaseAddress = sandbox.BaseAddress).AddVerifikToken();
builder.Services.AddHealthChecks().AddVerifikHealthCheck();
builder.Services.AddHostedService<FindOne>();
using var host = builder.Build();

// A person logs in before the service starts.
var session = host.Services.GetRequiredService<IVerifikSession>();
await session.BeginLoginAsync();
await session.CompleteLoginAsync((await sandbox.Outbox.ReadAsync()).Code);

await host.StartAsync();
var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
await host.WaitForShutdownAsync();
Console.WriteLine(health.Status);
return FindOne.Found && health.Status == HealthStatus.Healthy ? 0 : 1;

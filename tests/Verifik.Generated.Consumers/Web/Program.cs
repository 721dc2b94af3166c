using System.Net;
using Verifik;
using Verifik.Sandbox;

await using var sandbox = await VerifikSandbox.StartAsync();

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddVerifik(options => (options.Account, options.BaseAddress) = (new PhoneAccount("+57", 3001234567), sandbox.BaseAddress));
builder.Services.AddHealthChecks().AddVerifikHealthCheck();
await using var app = builder.Build();
app.MapHealthChecks("/health");
app.MapPost("/login", async (IVerifikSession session) => (await session.BeginLoginAsync()).Account.ToString());
app.MapPost("/login/confirm", async (Confirmation confirmation, IVerifikSession session) => (await session.CompleteLoginAsync(confirmation.Otp)).ExpiresAt);
await app.StartAsync();

using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
var before = (await browser.GetAsync("health")).StatusCode;
(await browser.PostAsync("login", content: null)).EnsureSuccessStatusCode();
var code = (await sandbox.Outbox.ReadAsync()).Code;
(await browser.PostAsJsonAsync("login/confirm", new Confirmation(code))).EnsureSuccessStatusCode();
var after = (await browser.GetAsync("health")).StatusCode;
Console.WriteLine($"Before: {before}. After: {after}.");
return (before, after) == (HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK) ? 0 : 1;

internal sealed record Confirmation(string Otp);

using Microsoft.Extensions.DependencyInjection;
using Orders.Vehicles;
using Orders.Verifik;
using Verifik;
using Verifik.Sandbox;

await using var sandbox = await VerifikSandbox.StartAsync(options =>
{
    options.Contracts.Add(SandboxContract.FromFile(Path.Combine(AppContext.BaseDirectory, "openapi", "queries.yaml")));
    options.Contracts.Add(SandboxContract.FromFile(Path.Combine(AppContext.BaseDirectory, "openapi", "vehicles.yaml")));
});

var services = new ServiceCollection();
services.AddVerifik(options => (options.Account, options.BaseAddress) = (new PhoneAccount("+57", 3001234567), sandbox.BaseAddress));
services.AddVerifikClient<IOrdersQueries, OrdersQueries>();
services.AddVerifikClient<IOrdersVehicles, OrdersVehicles>();
await using var provider = services.BuildServiceProvider();
var queries = provider.GetRequiredService<IOrdersQueries>();

// The contract requires a token: without one, nothing is sent.
await ThrowsAsync<VerifikLoginRequiredException>(() => queries.FindCitizenAsync(DocumentType.CC, "123456789"));
Holds(sandbox.Requests.Count == 0, "nothing is sent without a token");

var session = provider.GetRequiredService<IVerifikSession>();
await session.BeginLoginAsync();
await session.CompleteLoginAsync((await sandbox.Outbox.ReadAsync()).Code);

var citizen = (await queries.FindCitizenAsync(DocumentType.CC, "123456789")).Data;
Holds(citizen.FullName == "ANA PRUEBA" && citizen.IssuedOn == new DateOnly(2016, 3, 4) && citizen.DocumentType.IsKnown, "the answer is read");

var hits = await queries.SearchWatchListsAsync(new WatchListSearch { Names = ["ANA PRUEBA"], Since = new DateOnly(2020, 1, 1) });
Holds(hits is [{ Name: "ANA PRUEBA", Score: 0.25 }], "a list is sent, and one is read");

// A request that breaks the contract is rejected before it is sent.
var sent = sandbox.Requests.Count;
await ThrowsAsync<ArgumentException>(() => queries.FindCitizenAsync(DocumentType.CC, "12"));
await ThrowsAsync<ArgumentException>(() => queries.FindCitizenAsync("Passport", "123456789"));
await ThrowsAsync<ArgumentException>(() => queries.SearchWatchListsAsync(new WatchListSearch { Names = [] }));
Holds(sandbox.Requests.Count == sent, "nothing is sent that the contract would refuse");

// This contract requires no token, so none is sent.
Holds((await provider.GetRequiredService<IOrdersVehicles>().FindVehicleAsync("ABC123")) is { Plate: "ABC123", Owner: null }, "another contract of the same application");
Holds(sandbox.Requests[^1].Authorization is null, "no token where the contract asks for none");
Console.WriteLine($"{citizen.FullName}, {hits.Count} hit");

static void Holds(bool condition, string what)
{
    if (!condition)
    {
        throw new InvalidOperationException("Does not hold: " + what);
    }
}

static async Task ThrowsAsync<T>(Func<Task> action)
    where T : Exception
{
    try
    {
        await action();
    }
    catch (T exception)
    {
        Console.WriteLine(exception.Message);
        return;
    }

    throw new InvalidOperationException($"No {typeof(T).Name} was thrown.");
}

using System.Globalization;
using Verifik.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (args is [Callers.Verb, var count, var server, var redis, var keys])
{
    using var callers = new Callers(Fleet.Parse(server, redis, keys), int.Parse(count, CultureInfo.InvariantCulture));
    await callers.RunAsync();
    return 0;
}

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Help);
    return 2;
}

Console.WriteLine($"Running the soak test for {arguments.Minutes} minutes with seed {arguments.Seed}.");
History history;
await using (var run = await SoakRun.StartAsync(TimeSpan.FromMinutes(arguments.Minutes), arguments.Seed))
{
    history = await run.RunAsync();
}

var violations = Verdict.Of(history);
Directory.CreateDirectory(arguments.Output);
File.WriteAllText(Path.Combine(arguments.Output, "soak.svg"), Plot.Of(history));
File.WriteAllText(Path.Combine(arguments.Output, "soak.md"), Summary.Of(history, violations, arguments));
Console.WriteLine(Summary.Numbers(history));
Console.WriteLine($"soak.md and soak.svg are in {Path.GetFullPath(arguments.Output)}.");
foreach (var violation in violations)
{
    Console.Error.WriteLine(violation);
}

return violations.Count == 0 ? 0 : 1;

using System.Diagnostics;
using System.Globalization;
using Verifik.Benchmarks.Calls;
using Verifik.Benchmarks.Peers;

namespace Verifik.Benchmarks.ColdStart;

/// <summary>The time from the start of a process to its first response, with an in-memory transport.</summary>
internal static class ColdStartBenchmark
{
    /// <summary>The argument that runs this program as the measured process, followed by the name of a row.</summary>
    public const string Child = "first-call";

    private const int Processes = 15;
    private static readonly Uri Server = new("https://api.verifik.co/");

    private static readonly Dictionary<string, Func<HttpClient, Task>> Rows = new()
    {
        ["Hand-written, System.Text.Json source generation"] = http =>
            new HandWrittenClient(http, Server).RequestPhoneLoginAsync(new HandWritten.PhoneLoginRequest("+1", 1234566663)),
        ["Verifik.Generated, Newtonsoft.Json"] = http =>
            new VerifikClient(http).RequestPhoneLoginAsync(new PhoneLoginRequest { CountryCode = "+1", Phone = 1234566663 }),
        ["Stock NSwag, System.Text.Json"] = http =>
            new Stock.SystemTextJson.StockClient(http).RequestPhoneLoginAsync(new() { CountryCode = "+1", Phone = 1234566663, Type = "login" }),
        ["Stock NSwag, Newtonsoft.Json"] = http =>
            new Stock.NewtonsoftJson.StockClient(http).RequestPhoneLoginAsync(new() { CountryCode = "+1", Phone = 1234566663, Type = "login" }),
    };

    /// <summary>Prints the milliseconds to the first answer.</summary>
    public static void RunChild(string row)
    {
        using var http = new HttpClient(new InMemoryTransport(Payload.PhoneLogin)) { BaseAddress = Server };
        var clock = Stopwatch.StartNew();
        Rows[row](http).GetAwaiter().GetResult();
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    public static void Run()
    {
        Console.WriteLine("| first call in a fresh process | fastest | median |");
        Console.WriteLine("|---|---:|---:|");
        var times = Rows.Keys.ToDictionary(row => row, _ => new List<double>());
        for (var process = 0; process < Processes; process++)
        {
            foreach (var (row, measured) in times)
            {
                measured.Add(Start(row));
            }
        }

        foreach (var (row, measured) in times)
        {
            Console.WriteLine($"| {row} | {measured.Min():0} ms | {measured.Order().ElementAt(Processes / 2):0} ms |");
        }
    }

    private static double Start(string row)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Child, row]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(printed, CultureInfo.InvariantCulture);
    }
}

namespace Worker;

internal sealed class FindOne(Citizens citizens, IHostApplicationLifetime lifetime) : BackgroundService
{
    public static bool Found { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Console.WriteLine(await citizens.FindAsync("123456789", stoppingToken));
        Found = true;
        lifetime.StopApplication();
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Verifik.Sandbox;

/// <summary><c>dotnet run --project src/Verifik.Sandbox [-- port]</c>: the sandbox as a program, until Ctrl+C.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var port = 0;
        if (arguments.Length > 1 || (arguments.Length == 1 && !(int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue)))
        {
            await Console.Error.WriteLineAsync("verifik sandbox: the only argument is a port from 0 to 65535.");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await ServeAsync(new VerifikSandboxOptions { Port = port }, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"verifik sandbox: {exception.Message}");
            return 1;
        }
    }

    private static async Task ServeAsync(VerifikSandboxOptions options, CancellationToken cancellationToken)
    {
        await using var sandbox = await VerifikSandbox.StartAsync(options, cancellationToken);
        await Console.Out.WriteLineAsync($"The sandbox listens on {sandbox.BaseAddress}");
        while (true)
        {
            // The code is no secret here: the terminal stands for the telephone or the mailbox, and the token that it gives opens nothing else.
            var message = await sandbox.Outbox.ReadAsync(cancellationToken);
            var line = string.Create(CultureInfo.InvariantCulture, $"{message.SentAt:u} to {Recipient.Of(message.Account)}: your code is {message.Code}");
            await Console.Out.WriteLineAsync(line);
        }
    }
}

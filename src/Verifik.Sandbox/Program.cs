using System.Globalization;
using System.Runtime.InteropServices;

namespace Verifik.Sandbox;

/// <summary><c>dotnet run --project src/Verifik.Sandbox</c>: runs the sandbox as a program until Ctrl+C.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["--help" or "-h" or "-?"])
        {
            await Console.Out.WriteLineAsync(Arguments.Help);
            return 0;
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
            await ServeAsync(Arguments.Parse(arguments), stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"verifik sandbox: {exception.Message}\n\n{Arguments.Help}");
            return 2;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"verifik sandbox: {exception.Message}");
            return 1;
        }
    }

    private static async Task ServeAsync(VerifikSandboxOptions options, CancellationToken cancellationToken)
    {
        await using var sandbox = await VerifikSandbox.StartAsync(options, cancellationToken);
        await Console.Out.WriteLineAsync($"The sandbox is listening on {sandbox.BaseAddress} until Ctrl+C. Open it in a browser to see messages and requests. It sends nothing to anyone.");
        await Console.Out.WriteLineAsync($"Accounts: {string.Join(", ", options.Accounts.Distinct().Select(Recipient.Of))}.");
        await foreach (var entry in sandbox.Journal.ReadAsync(after: 0, cancellationToken))
        {
            await Console.Out.WriteLineAsync(entry.Item switch
            {
                // The code is not a secret here: the terminal replaces the telephone or the mailbox, and the token is
                // valid in the sandbox only.
                OutboxMessage message => string.Create(CultureInfo.InvariantCulture, $"{message.SentAt:HH:mm:ss} to {Recipient.Of(message.Account)}: your code is {message.Code}"),
                SandboxRequest request => string.Create(CultureInfo.InvariantCulture, $"{request.ReceivedAt:HH:mm:ss} {request} in {request.Took.TotalMilliseconds:0} ms"),
                var other => $"{other}",
            });
        }
    }
}

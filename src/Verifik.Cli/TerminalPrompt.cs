using System.Globalization;

namespace Verifik.Cli;

/// <summary>Asks the person at the terminal for the code.</summary>
internal sealed class TerminalPrompt(Terminal terminal) : IVerifikOtpPrompt
{
    private const int Digits = 6;

    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
    {
        var until = sent.ExpiresAt is { } end ? string.Create(CultureInfo.InvariantCulture, $", good until {end.ToLocalTime():HH:mm:ss}") : "";
        await terminal.Out.WriteAsync($"A code was sent to {sent.Account}{until}.\nCode: ");
        while (true)
        {
            var code = string.Concat((await ReadLineAsync(cancellationToken)).Where(character => !char.IsWhiteSpace(character)));
            if (code.Length == Digits && code.All(char.IsAsciiDigit))
            {
                return code;
            }

            // Asked again rather than sent: a login that fails on a slip costs another message.
            await terminal.Out.WriteAsync($"A code has {Digits} digits.\nCode: ");
        }
    }

    // Reading the console cannot be cancelled, so the thread that reads is left behind when the person gives up.
    private async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await Task.Run(terminal.In.ReadLine, cancellationToken).WaitAsync(cancellationToken)
        ?? throw new ToolException("no code was given.");
}

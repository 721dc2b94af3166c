using Verifik.Sandbox;

namespace Verifik.Cli;

/// <summary>Shows what the sandbox sent and asks for it. The terminal stands for the telephone or the mailbox, so the code is no secret here.</summary>
internal sealed class ShownOutboxPrompt(Outbox outbox, Terminal terminal) : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
    {
        var message = await outbox.ReadAsync(cancellationToken);
        await terminal.Out.WriteLineAsync($"Message of the sandbox: your code is {message.Code}.");
        return await new TerminalPrompt(terminal).ReadOtpAsync(sent, cancellationToken);
    }
}

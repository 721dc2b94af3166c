using Verifik.Sandbox;

namespace Verifik.Cli;

/// <summary>Reads the code where the sandbox put it, in place of the person who received it.</summary>
internal sealed class OutboxPrompt(Outbox outbox) : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken) =>
        (await outbox.ReadAsync(cancellationToken)).Code;
}

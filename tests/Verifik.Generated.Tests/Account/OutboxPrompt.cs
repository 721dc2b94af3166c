using Verifik.Sandbox;
using Verifik.Tests.Secrets;

namespace Verifik.Tests.Account;

/// <summary>A person who reads the code from the sandbox's outbox.</summary>
internal sealed class OutboxPrompt(Outbox outbox) : IVerifikOtpPrompt
{
    public async Task<string> ReadOtpAsync(VerifikSentCode sent, CancellationToken cancellationToken)
    {
        var code = (await outbox.ReadAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), cancellationToken)).Code;
        RecordedOutput.Secret(code);
        return code;
    }
}

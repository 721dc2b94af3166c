using System.Threading.Channels;

namespace Verifik.Tests.Sandbox;

public sealed class OutboxTests : SandboxTest
{
    [Fact]
    public async Task AReader_WaitsForTheNextMessage()
    {
        var waiting = Server.Outbox.ReadAsync().AsTask();
        Assert.False(waiting.IsCompleted);

        await RequestAsync();

        Assert.Same(Server.Outbox.Messages.Single(), await waiting);
    }

    [Fact]
    public async Task AMessage_HidesItsCodeAndItsNumberOrAddress()
    {
        await RequestAsync();
        await PostAsync("/v2/projects/email-login?email=ana@example.com");

        Assert.Equal(
            [
                "A one-time password for +1 ********63, sent at 2024-05-29 03:41:27Z",
                "A one-time password for a***@example.com, sent at 2024-05-29 03:41:27Z",
            ],
            Server.Outbox.Messages.Select(message => message.ToString()));
    }

    [Fact]
    public async Task APendingRead_ThrowsWhenTheSandboxStops()
    {
        var waiting = Server.Outbox.ReadAsync().AsTask();

        await Server.DisposeAsync();

        await Assert.ThrowsAsync<ChannelClosedException>(() => waiting);
    }
}

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
    public async Task AMessage_HidesItsCodeAndItsNumber()
    {
        await RequestAsync();
        var message = await Server.Outbox.ReadAsync();

        Assert.Equal("A one-time password for +1 ********63, sent at 2024-05-29 03:41:27Z", message.ToString());
    }

    [Fact]
    public async Task WhoStillWaitsWhenTheSandboxStops_IsTold()
    {
        var waiting = Server.Outbox.ReadAsync().AsTask();

        await Server.DisposeAsync();

        await Assert.ThrowsAsync<ChannelClosedException>(() => waiting);
    }
}
